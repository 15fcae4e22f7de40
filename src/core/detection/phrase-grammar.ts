import type { PhrasePart } from "./phrase-graph.ts";
import type { Pattern } from "./phrase-index.ts";
import { phraseWords } from "./phrase-words.ts";

/**
 * How one language says something, written down by us:
 *
 *     you are so? {bad}       "so" may be missing; {bad} is any word or words of the set of that name
 *     this|{your} bot         either
 *     worst * ever            up to three words between, or none
 *     disappoint*             any ending
 *
 * In languages without spaces between words, the spaces only part what is written here.
 */
export interface Lexicon<Kind extends string> {
  /** Words and phrases between bars: "bad | a joke". */
  readonly sets: Readonly<Record<string, string>>;
  readonly phrases: Readonly<Partial<Record<Kind, readonly string[]>>>;
  /** What sounds alike and is harmless: it takes away every phrase that it overlaps. */
  readonly unless: readonly string[];
}

export function patternsOf<Kind extends string>({ sets, phrases, unless }: Lexicon<Kind>): Pattern[] {
  const read = pieceReader(sets);
  const kinds = Object.entries<readonly string[] | undefined>(phrases);
  return [...kinds, ["unless", unless] as const].flatMap(([id, written = []]) =>
    written.map((phrase) => ({ id, parts: phrase.split(" ").map(read) })),
  );
}

/** What is written alike becomes the same alternatives, once: the graph knows them by that. */
function pieceReader(sets: Lexicon<string>["sets"]): (piece: string) => PhrasePart {
  const known = new Map<string, string[][]>();
  const knownWords = new Map<string, string[]>();
  const wordsOnce = (written: string): string[] => {
    const words = knownWords.get(written) ?? wordsOf(written);
    knownWords.set(written, words);
    return words;
  };
  return (piece) => {
    if (piece === "*") return { type: "gap" };
    const isOptional = piece.endsWith("?");
    const written = isOptional ? piece.slice(0, -1) : piece;
    const alternatives = known.get(written) ?? alternativesOf(written, sets).map(wordsOnce);
    known.set(written, alternatives);
    return { type: "word", alternatives, isOptional };
  };
}

function alternativesOf(written: string, sets: Lexicon<string>["sets"]): string[] {
  return written.split("|").flatMap((alternative) => {
    if (!alternative.startsWith("{")) return [alternative];
    const set = sets[alternative.slice(1, -1)];
    if (set === undefined) throw new Error(`No set ${alternative} in this lexicon.`);
    return set.split("|");
  });
}

const plainWord = /^[a-z]+\*?$/;

function wordsOf(written: string): string[] {
  const words = written.trim().split(" ");
  if (words.every((word) => plainWord.test(word))) return words;
  return words.flatMap((word) => (word.endsWith("*") ? stemsOf(word) : phraseWords(word)));
}

function stemsOf(word: string): string[] {
  const words = phraseWords(word);
  return words.map((part, index) => (index === words.length - 1 ? `${part}*` : part));
}
