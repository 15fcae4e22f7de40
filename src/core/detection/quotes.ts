import { readParts } from "./normalize.ts";

/** A part of a text that holds somebody else's words, or words that are spoken of. */
export interface Quote {
  readonly start: number;
  readonly end: number;
}

const closings = new Map([
  ['"', '"'],
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
  ["「", "」"],
  ["『", "』"],
  ["'", "'"],
  ["‘", "’"],
]);

/** Those that are apostrophes as well: they open before a word and close behind one. */
const singles = new Set(["'", "‘"]);
const letter = /[\p{L}\p{N}]/u;
const mayQuote = /["“„«「『‘>]|(?:^|[\s(])'/u;

/**
 * Between quotation marks, and lines that begin with `>`. Not: a message that is nothing but one quotation, a mark that
 * nothing closes (27"), and a word or three that are only stressed (a "real person").
 */
export function findQuotes(original: string): readonly Quote[] {
  return readParts(original).flatMap(({ start, end }) => {
    const text = start === 0 && end === original.length ? original : original.slice(start, end);
    if (!mayQuote.test(text)) return [];
    return quotesIn(text).map((quote) => ({ start: quote.start + start, end: quote.end + start }));
  });
}

function quotesIn(text: string): Quote[] {
  const quotes: Quote[] = [];
  const unclosed = new Set<string>();
  for (let index = 0; index < text.length; index++) {
    const quote = quotedLine(text, index) ?? quotationAt(text, index, unclosed);
    if (!quote) continue;
    if (!isStressOnly(text, quote) && !isAll(text, quote)) quotes.push(quote);
    index = quote.end - 1;
  }
  return quotes;
}

function quotedLine(text: string, index: number): Quote | null {
  if (text[index] !== ">" || !beginsLine(text, index)) return null;
  const lineEnd = text.indexOf("\n", index);
  return { start: index, end: lineEnd < 0 ? text.length : lineEnd };
}

function beginsLine(text: string, index: number): boolean {
  const from = Math.max(0, index - 4);
  const before = text.slice(from, index);
  const lineBreak = before.lastIndexOf("\n");
  return before.slice(lineBreak + 1).trim() === "" && (lineBreak >= 0 || from === 0);
}

/** `unclosed` remembers which marks no longer come, so that a text full of them stays linear. */
function quotationAt(text: string, index: number, unclosed: Set<string>): Quote | null {
  const opening = text[index] ?? "";
  const closing = closings.get(opening);
  if (closing === undefined || unclosed.has(opening)) return null;
  const isSingle = singles.has(opening);
  if (isSingle && (letter.test(text[index - 1] ?? "") || !letter.test(text[index + 1] ?? ""))) return null;
  const end = isSingle ? closingSingle(text, index + 1, closing) : text.indexOf(closing, index + 1);
  if (end < 0) unclosed.add(opening);
  return end < 0 ? null : { start: index, end: end + 1 };
}

function closingSingle(text: string, from: number, closing: string): number {
  for (let index = text.indexOf(closing, from); index >= 0; index = text.indexOf(closing, index + 1)) {
    if (!/\s/u.test(text[index - 1] ?? " ") && !letter.test(text[index + 1] ?? "")) return index;
  }
  return -1;
}

const signInside = /[.?!;:\n。！？]/u;

/** Short, and in the middle of a sentence: what stands before it is a word. */
function isStressOnly(text: string, { start, end }: Quote): boolean {
  if (end - start > 60 || text[start] === ">") return false;
  const inside = text.slice(start + 1, end - 1);
  if (signInside.test(inside) || inside.trim().split(/\s+/u).length > 3) return false;
  return letter.test(
    text
      .slice(Math.max(0, start - 3), start)
      .trim()
      .at(-1) ?? "",
  );
}

function isAll(text: string, { start, end }: Quote): boolean {
  if (text[start] === ">") return false;
  return !letter.test(text.slice(0, start)) && !letter.test(text.slice(end));
}
