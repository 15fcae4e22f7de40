import { type RequestLexicon, requestLexicons } from "../lexicons/explicit-request.ts";
import { normalize } from "../normalize.ts";
import type { Signal } from "../signal.ts";

/** The customer asks for a person, in any of our languages; the words are compared, nothing is guessed. */
export function findExplicitRequest(original: string): Signal | null {
  const { text, offsets } = normalize(original);
  for (const lexicon of compiled) {
    for (const phrase of lexicon.phrases) {
      const start = findPhrase(text, phrase, lexicon);
      if (start < 0) continue;
      const end = start + phrase.length - 1;
      return { id: "explicit-request", start: offsets[start] ?? 0, end: (offsets[end] ?? original.length) + 1 };
    }
  }
  return null;
}

/** The lexicons in the form the text comes in, so that both sides were treated alike. */
const compiled: readonly RequestLexicon[] = Object.values(requestLexicons).map((lexicon) => ({
  ...lexicon,
  phrases: [...new Set(lexicon.phrases.map((phrase) => normalize(phrase).text.trim()))],
  unless: lexicon.unless.map((phrase) => normalize(phrase).text.trim()),
}));

function findPhrase(text: string, phrase: string, lexicon: RequestLexicon): number {
  for (let from = 0; ; from++) {
    from = text.indexOf(phrase, from);
    if (from < 0) return -1;
    if (isWhole(text, from, phrase.length, lexicon.hasSpaces) && !isTurned(text, from, lexicon)) return from;
  }
}

function isWhole(text: string, start: number, length: number, hasSpaces: boolean): boolean {
  if (!hasSpaces) return true;
  const before = text[start - 1] ?? " ";
  const after = text[start + length] ?? " ";
  return before === " " && after === " ";
}

function isTurned(text: string, start: number, lexicon: RequestLexicon): boolean {
  const before = text.slice(0, start).trimEnd();
  return lexicon.unless.some((word) => before.endsWith(word));
}
