import { type RequestLexicon, requestLexicons } from "../lexicons/explicit-request.ts";
import { normalize } from "../normalize.ts";
import type { Signal } from "../signal.ts";

/** The customer asks for a person, in any of our languages; the words are compared, nothing is guessed. */
export function findExplicitRequest(original: string): Signal | null {
  const { text, offsets } = normalize(original);
  const found = findSpaced(text) ?? findUnspaced(text);
  if (!found) return null;
  const last = offsets[found.end - 1] ?? original.length;
  return { id: "explicit-request", start: offsets[found.start] ?? 0, end: last + 1 };
}

interface Phrase {
  readonly words: string;
  readonly unless: readonly string[];
}

interface Found {
  readonly start: number;
  readonly end: number;
}

/** The lexicons in the form the text comes in, so that both sides were treated alike. */
const phrases = Object.values(requestLexicons).flatMap((lexicon) => phrasesOf(lexicon));
const unspaced = phrases.filter(({ hasSpaces }) => !hasSpaces);
/** By their first word, so that a word of the message is compared with few of them. */
const spaced = Map.groupBy(
  phrases.filter(({ hasSpaces }) => hasSpaces),
  ({ words }) => words.split(" ")[0] ?? words,
);

function phrasesOf({ phrases: written, unless, hasSpaces }: RequestLexicon): (Phrase & { hasSpaces: boolean })[] {
  const turns = unless.map(plain);
  return [...new Set(written.map(plain))].map((words) => ({ words, unless: turns, hasSpaces }));
}

function plain(words: string): string {
  return normalize(words).text.trim();
}

/** Word by word: linear in the length of the text. */
function findSpaced(text: string): Found | null {
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf(" ", start);
    const wordEnd = next < 0 ? text.length : next;
    for (const phrase of spaced.get(text.slice(start, wordEnd)) ?? []) {
      const end = start + phrase.words.length;
      const isThere = text.startsWith(phrase.words, start) && (end === text.length || text[end] === " ");
      if (isThere && !isTurned(text, start, phrase)) return { start, end };
    }
    start = wordEnd + 1;
  }
  return null;
}

function findUnspaced(text: string): Found | null {
  for (const phrase of unspaced) {
    const start = text.indexOf(phrase.words);
    if (start >= 0 && !isTurned(text, start, phrase)) return { start, end: start + phrase.words.length };
  }
  return null;
}

function isTurned(text: string, start: number, { unless }: Phrase): boolean {
  const before = text.slice(Math.max(0, start - 40), start).trimEnd();
  return unless.some((word) => before.endsWith(word));
}
