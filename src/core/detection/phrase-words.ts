import { simplify } from "./han-variants.ts";
import { normalize } from "./normalize.ts";

const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether some of it is written in a script that puts no spaces between words. */
export function hasUnspacedScript(text: string): boolean {
  return unspacedScript.test(text);
}

/** The words of a phrase, as they are compared. What has no spaces between words is one word. */
export function phraseWords(phrase: string): string[] {
  if (hasUnspacedScript(phrase)) return [[...phrase].map(comparedLetter).join("")].filter(Boolean);
  return normalize(phrase).text.split(" ").filter(Boolean);
}

const letter = /[\p{L}\p{M}\p{N}]/u;

/**
 * A letter of a script without spaces: with its marks, for か and が are two letters; traditional characters as
 * simplified ones. Empty for signs.
 */
export function comparedLetter(symbol: string): string {
  const plain = symbol.normalize("NFKC").toLowerCase();
  return letter.test(plain) ? simplify(plain) : "";
}
