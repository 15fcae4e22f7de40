import { normalize } from "../normalize.ts";

/** A phrase as it is written in a lexicon: each part in turn, one of its alternatives, each of one word or more. */
export type Phrase = readonly Part[];

export interface Part {
  readonly alternatives: readonly (readonly string[])[];
  readonly isOptional: boolean;
}

/**
 * How it is written: see `lexicon.ts`. A stem keeps its `*`. What is written alike becomes the same part, once: nearly
 * half of what a language lists is repetition.
 */
export function parseEntries(written: string, known = new Map<string, Part>()): Phrase[] {
  const partOf = (piece: string) => {
    const part = known.get(piece) ?? parsePart(piece);
    known.set(piece, part);
    return part;
  };
  return written
    .split(/[,\n،、]/u)
    .map((entry) => (entry.match(/\([^)]*\)\??|[^\s]+/gu) ?? []).map(partOf))
    .map((parts) => parts.filter(({ alternatives }) => alternatives.length > 0))
    .filter((parts) => parts.length > 0);
}

function parsePart(piece: string): Part {
  const isOptional = piece.endsWith("?");
  const inside = (isOptional ? piece.slice(0, -1) : piece).replace(/^\(|\)$/gu, "");
  const alternatives = inside.split("|").flatMap(alternativesOf);
  return { alternatives: alternatives.filter((words) => words.length > 0), isOptional };
}

const space = /\s+/u;

function alternativesOf(written: string): string[][] {
  const words = written.trim();
  return space.test(words) ? product(words.split(space).map(formsOf)) : formsOf(words);
}

/** "human/s" is human, humans. */
function formsOf(word: string): string[][] {
  if (!word.includes("/")) return [wordsOf(word)];
  const [stem = "", ...endings] = word.split("/");
  return [stem, ...endings.map((ending) => stem + ending)].map(wordsOf);
}

const plain = /^[a-z]+\*?$/u;

function wordsOf(word: string): string[] {
  if (plain.test(word)) return [word];
  const words = normalize(word).text.split(" ").filter(Boolean);
  return word.endsWith("*") ? words.map((part, at) => (at === words.length - 1 ? `${part}*` : part)) : words;
}

const mostSequences = 5_000;

/** Every sequence of words that the phrase stands for; only for phrases of few. */
export function sequencesOf(phrase: Phrase): string[][] {
  return product(phrase.map(({ alternatives, isOptional }) => (isOptional ? [...alternatives, []] : alternatives)));
}

function product(choices: readonly (readonly (readonly string[])[])[]): string[][] {
  let sequences: string[][] = [[]];
  for (const alternatives of choices) {
    sequences = sequences.flatMap((words) => alternatives.map((alternative) => [...words, ...alternative]));
    if (sequences.length > mostSequences) {
      throw new Error(`"${sequences[0]?.join(" ")} …" stands for more than ${mostSequences} phrases; part it.`);
    }
  }
  return sequences;
}
