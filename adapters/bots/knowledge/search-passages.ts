/** Finds the passage that answers a question, and says how much of the question it covers. */
import MiniSearch from "minisearch";
import type { Passage } from "./passages.ts";
import { termOf, wordsOf } from "./terms.ts";

export interface Found {
  readonly passage: Passage | null;
  /** The share of the question's meaningful words that the passage holds, rare words counting more; 0 to 1. */
  readonly confidence: number;
}

/** More words than any question has. Bounds the work whatever somebody pastes. */
const maxTerms = 40;
const maxQuestionLength = 1_000;

export function passageIndex(passages: readonly Passage[]): { best(question: string): Found } {
  const byId = new Map(
    passages.map((passage) => [passage.id, { passage, headingWords: new Set(wordsOf(passage.heading)) }]),
  );
  const index = new MiniSearch<Passage>({
    fields: ["heading", "text", "pageTitle"],
    tokenize: wordsOf,
    processTerm: termOf,
    searchOptions: {
      boost: { heading: 3, pageTitle: 1.5 },
      prefix: (term) => term.length >= 4,
      fuzzy: (term) => (term.length >= 5 ? 0.2 : false),
      weights: { fuzzy: 0.3, prefix: 0.5 },
    },
  });
  index.addAll(passages);
  const weightOf = rarity(passages);

  return { best };

  function best(question: string): Found {
    const asked = new Set(wordsOf(question.slice(0, maxQuestionLength)));
    const terms = termsOf(asked).slice(0, maxTerms);
    if (terms.length === 0) return { passage: null, confidence: 0 };
    const total = sum(terms.map(weightOf));
    let winner: Found & { readonly rank: number } = { passage: null, confidence: 0, rank: 0 };
    for (const hit of index.search(terms.join(" "), { processTerm: (term) => term }).slice(0, 10)) {
      const confidence = sum(hit.queryTerms.map(weightOf)) / total;
      const known = byId.get(hit.id);
      if (!known) continue;
      const rank = hit.score * confidence * (1 + likeness(asked, known.headingWords));
      if (rank > winner.rank) winner = { passage: known.passage, confidence, rank };
    }
    return { passage: winner.passage, confidence: Math.min(1, Math.round(winner.confidence * 100) / 100) };
  }
}

function termsOf(words: Iterable<string>): string[] {
  return [...new Set([...words].flatMap((word) => termOf(word) ?? []))];
}

/** Dice's coefficient, with the filler: "where is my order" and "can I cancel my order" differ in nothing else. */
function likeness(asked: ReadonlySet<string>, heading: ReadonlySet<string>): number {
  const shared = [...asked].filter((word) => heading.has(word)).length;
  return (2 * shared) / (asked.size + heading.size);
}

/** A word that no page holds weighs the most: that is how a question about something else is told. */
function rarity(passages: readonly Passage[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const { heading, text, pageTitle } of passages) {
    for (const term of termsOf(wordsOf(`${heading} ${text} ${pageTitle}`)))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return (term) => Math.log(1 + (passages.length + 1) / ((counts.get(term) ?? 0) + 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
