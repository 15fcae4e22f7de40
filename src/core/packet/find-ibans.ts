import type { Finding } from "./redaction.ts";

/** Numbers of bank accounts as they are written, in capitals or not, in groups or not. */
export function* findIbans(folded: string): Iterable<Finding> {
  let end = 0;
  for (const { index, 1: found = "" } of folded.matchAll(candidates)) {
    const length = index < end ? 0 : lengthOf(found, folded[index + found.length] ?? "");
    if (length === 0) continue;
    end = index + length;
    yield { start: index, end, label: "[iban]" };
  }
}

/** Looked at and not taken, so that the next one may begin within it. */
const candidates = /(?<![A-Za-z0-9])(?=([A-Za-z]{2}\u200b?\d{2}(?:[ .\u200b-]{0,2}[A-Za-z0-9]){11,30}))/g;

/** Of the longest beginning that is one and ends with a word; 0: none. */
function lengthOf(found: string, next: string): number {
  for (let length = found.length; length >= 15; length--) {
    const follows = found[length] ?? next;
    if (isSymbol(follows) || !isSymbol(found[length - 1] ?? "")) continue;
    if (isIban(found.slice(0, length).replace(/[ .\u200b-]/g, ""))) return length;
  }
  return 0;
}

function isSymbol(character: string): boolean {
  return /^[A-Za-z0-9]$/.test(character);
}

/** Its letters as numbers, the first four characters last, leave 1 when divided by 97. */
function isIban(plain: string): boolean {
  if (plain.length < 15 || plain.length > 34) return false;
  let rest = 0;
  for (const symbol of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(symbol, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
