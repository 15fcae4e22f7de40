import { type Normalized, normalize } from "./normalize.ts";
import { findQuotes, type Quote } from "./quotes.ts";

/**
 * A customer's text as every signal reads it: read once, then searched by each of them. Words are normalized (lower
 * case, no diacritics or apostrophes); `start` and `end` lead back to the original, in UTF-16 units. Of a very long
 * text, the beginning and the end are read.
 */
export interface Reading {
  readonly original: string;
  /** The whole text normalized, for scripts that put no spaces between words. */
  readonly plain: Normalized;
  readonly words: readonly Word[];
  readonly clauses: readonly Clause[];
}

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What stands between two signs: "no, I want a person" are two clauses, and the "no" of the first says nothing of the second. */
export interface Clause {
  readonly words: readonly Word[];
  /** The sign that ends it: `,` `.` `?` `!` `;` `:` a dash, a line break, a bracket or a quotation mark; empty at the end. */
  readonly ending: string;
  /** Somebody else's words, or words spoken of: between quotation marks, or on a line that begins with `>`. */
  readonly isQuoted: boolean;
}

export function read(original: string): Reading {
  const plain = normalize(original);
  const words = wordsOf(plain, original);
  return { original, plain, words, clauses: clausesOf(words, original) };
}

function wordsOf({ text, offsets }: Normalized, original: string): Word[] {
  const words: Word[] = [];
  for (let from = 0; from < text.length; ) {
    const space = text.indexOf(" ", from);
    const to = space < 0 ? text.length : space;
    if (to > from) {
      const end = endOfSymbol(original, offsets[to - 1] ?? 0, (offsets[to] ?? original.length) + 1);
      words.push({ text: text.slice(from, to), start: offsets[from] ?? 0, end });
    }
    from = to + 1;
  }
  return words;
}

const mark = /\p{M}/u;

/** Behind the symbol and the marks upon it. */
function endOfSymbol(original: string, start: number, limit: number): number {
  const code = original.charCodeAt(start);
  let end = start + (code >= 0xd800 && code < 0xdc00 ? 2 : 1);
  while (end < limit && original.charCodeAt(end) > 0x2ff && mark.test(original[end] ?? "")) end++;
  return Math.min(end, original.length);
}

function clausesOf(words: readonly Word[], original: string): Clause[] {
  const quotes = quotesOf(words, findQuotes(original));
  const clauses: Clause[] = [];
  let begun = 0;
  for (const [index, word] of words.entries()) {
    const to = words[index + 1]?.start ?? Math.min(original.length, word.end + 20);
    const [quote, next] = [quotes[index], quotes[index + 1]];
    const isLast = index === words.length - 1;
    const border = quote === next ? undefined : (quote ?? next);
    const from = titles.has(word.text) && original[word.end] === "." ? word.end + 1 : word.end;
    const ending = firstSign(original, from, to) ?? (border && original[border.start]) ?? (isLast ? "" : null);
    if (ending === null) continue;
    clauses.push({ words: words.slice(begun, index + 1), ending, isQuoted: quote !== undefined });
    begun = index + 1;
  }
  return clauses;
}

/** "Mr. King": the sign behind these ends no sentence. */
const titles = new Set(
  "mr mrs ms dr prof hr fr sig dott avv ing arch geom rag sr sra srta dra lic lcdo arq mme mlle profa eng dhr mevr mw inz".split(
    " ",
  ),
);

/** For every word, the quotation it stands in; nothing when there is none. */
function quotesOf(words: readonly Word[], quotes: readonly Quote[]): (Quote | undefined)[] {
  if (quotes.length === 0) return [];
  let current = 0;
  return words.map(({ start }) => {
    while (current < quotes.length && (quotes[current]?.end ?? 0) <= start) current++;
    const quote = quotes[current];
    return quote && quote.start <= start ? quote : undefined;
  });
}

const signs = new Set("\n,.?!;:()[]،؛؟。、，．！？；：…।—–•");
/** What lies between two words further apart than this was not read, or is no sentence. */
const furthest = 200;

function firstSign(original: string, from: number, to: number): string | null {
  if (to - from === 1 && original[from] === " ") return null;
  if (to - from > furthest) return "\n";
  for (let index = from; index < to; index++) {
    const sign = original[index] ?? "";
    if (signs.has(sign) ? !isInside(original, index) : isDash(original, index) || isPicture(original, index))
      return sign;
  }
  return null;
}

function isDash(original: string, index: number): boolean {
  return original[index] === "-" && original[index - 1] === " " && /[ -]/u.test(original[index + 1] ?? "");
}

function isPicture(original: string, index: number): boolean {
  const code = original.charCodeAt(index);
  return (code >= 0xd83c && code <= 0xd83e) || (code >= 0x2600 && code <= 0x27bf);
}

const digit = /\d/u;
const wordUnit = /[\p{L}\p{N}]/u;

/** 3.50, 12:30 and h.u.m.a.n: a sign within a word or between single letters ends nothing. */
function isInside(original: string, index: number): boolean {
  const [before, after] = [original[index - 1] ?? "", original[index + 1] ?? ""];
  if (digit.test(before) && digit.test(after)) return true;
  if (!wordUnit.test(before) || !wordUnit.test(after)) return false;
  return !wordUnit.test(original[index - 2] ?? "") && !wordUnit.test(original[index + 2] ?? "");
}
