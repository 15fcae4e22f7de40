/** Finds the passages of one language that answer a question, and says how much of the question each covers. */
import MiniSearch from "minisearch";
import { type Language, termIn } from "./languages.ts";
import type { Passage } from "./passages.ts";
import { wordsOf } from "./words.ts";

export interface RankedPassage {
  readonly passage: Passage;
  /** The share of the question's meaningful words that the passage holds, rare words counting more; 0 to 1. */
  readonly confidence: number;
  /** Compares passages found by the same question, in whichever language. */
  readonly rank: number;
}

export interface PassageIndex {
  /** Best first. */
  find(question: string): readonly RankedPassage[];
}

/** More words than any question has. Bounds the work whatever somebody pastes. */
const maxTerms = 40;
const maxQuestionLength = 1_000;
const maxHits = 10;

export function passageIndex(passages: readonly Passage[], language: Language): PassageIndex {
  const termOf = (word: string) => termIn(language, word);
  const termsOf = (words: Iterable<string>) => [...new Set([...words].flatMap((word) => termOf(word) ?? []))];
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
  const weightOf = rarity(
    passages.map(({ heading, text, pageTitle }) => termsOf(wordsOf(`${heading} ${text} ${pageTitle}`))),
  );

  return { find };

  function find(question: string): RankedPassage[] {
    const asked = new Set(wordsOf(question.slice(0, maxQuestionLength)));
    const terms = termsOf(asked).slice(0, maxTerms);
    if (terms.length === 0) return [];
    const total = sum(terms.map(weightOf));
    const hits = index.search(terms.join(" "), { processTerm: (term) => term }).slice(0, maxHits);
    const ranked = hits.flatMap((hit) => {
      const known = byId.get(hit.id);
      if (!known) return [];
      const share = Math.min(1, sum(hit.queryTerms.map(weightOf)) / total);
      const rank = hit.score * share * (1 + likeness(asked, known.headingWords));
      return [{ passage: known.passage, confidence: Math.round(share * 100) / 100, rank }];
    });
    return ranked.sort((one, other) => other.rank - one.rank);
  }
}

/** Dice's coefficient, with the filler: "where is my order" and "can I cancel my order" differ in nothing else. */
function likeness(asked: ReadonlySet<string>, heading: ReadonlySet<string>): number {
  const shared = [...asked].filter((word) => heading.has(word)).length;
  return (2 * shared) / (asked.size + heading.size);
}

/** A word that no page holds weighs the most: that is how a question about something else is told. */
function rarity(passages: readonly (readonly string[])[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const term of passages.flat()) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + (passages.length + 1) / ((counts.get(term) ?? 0) + 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
