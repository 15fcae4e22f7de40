/**
 * The same text as the patterns of redaction read it, character for character: digits of every script as 0 to 9, every
 * blank a blank, every dash a dash. What is found in it stands at the same place in what was written.
 */
export function foldCharacters(text: string): string {
  return usual.test(text) ? text : text.replace(foldable, (character) => foldOne(character));
}

/** What is neither seen nor spoken. */
const unseen = "\u200b";

const usual = /^[\x20-\x7e\n]*$/;
const foldable = /[\p{Nd}\p{Zs}\p{Pd}\p{Cf}\t\u2212\uff20\uff0e\u3002\uff1a\uff1d\uff0f]/gu;

/** Those that are no digit, blank or dash by their kind, and whatever was met before: there are about a thousand. */
const folded = new Map([
  ["\t", " "],
  ["\u2212", "-"],
  ["\uff20", "@"],
  ["\uff0e", "."],
  ["\u3002", "."],
  ["\uff1a", ":"],
  ["\uff1d", "="],
  ["\uff0f", "/"],
]);

function foldOne(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  // A character of two units stays two: what it means, and nothing.
  const plain = kindOf(character).padEnd(character.length, unseen);
  folded.set(character, plain);
  return plain;
}

function kindOf(character: string): string {
  if (/\p{Nd}/u.test(character)) return String(digitOf(character.codePointAt(0) ?? 0));
  if (/\p{Zs}/u.test(character)) return " ";
  return /\p{Pd}/u.test(character) ? "-" : unseen;
}

/** Every script has its ten digits in a row, from zero on, and rows only follow upon whole rows. */
function digitOf(codePoint: number): number {
  let first = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (codePoint - first) % 10;
}
