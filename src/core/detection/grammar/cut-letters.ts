import type { Token } from "./unit.ts";

const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const letters = /[a-z0-9]+|./gsu;

export function hasUnspaced(text: string): boolean {
  return isHigh(text, 0) || isHigh(text, text.length - 1) ? unspacedScript.test(text) : false;
}

function isHigh(text: string, at: number): boolean {
  return text.charCodeAt(at) > 0x2e80;
}

/** "我要agent" is 我, 要, agent. */
export function cutLetters(text: string): string[] {
  return text.match(letters) ?? [];
}

/** In a script without spaces, the letters are looked at in place of the words. */
export function letterTokens(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => (hasUnspaced(token.text) ? lettersOf(token) : [token]));
}

function lettersOf({ text, start, end }: Token): Token[] {
  const isExact = end - start === text.length;
  let from = start;
  return cutLetters(text).map((letter) => {
    const place = isExact ? { start: from, end: from + letter.length } : { start, end };
    from += letter.length;
    return { text: letter, corrected: [], ...place };
  });
}
