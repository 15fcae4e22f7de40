import { allSteps, type Steps } from "./in-steps.ts";
import { createAutomaton } from "./phrase-automaton.ts";
import { createEdgeLists } from "./phrase-edges.ts";
import { emptyGraph, type PhraseGraph, type PhrasePart, type WordPart } from "./phrase-graph.ts";
import { type Found, searchTokens } from "./phrase-search.ts";
import { createSpelling } from "./phrase-spelling.ts";
import { hasLooseWords, letterTokens, looseForms, wordTokens } from "./phrase-tokens.ts";
import { hasUnspacedScript, phraseWords } from "./phrase-words.ts";
import type { Reading } from "./reading.ts";

/**
 * Many phrases, looked for at once. A phrase is words, compared as detection reads them; `cancel*` is a word with any
 * ending, and `*` alone stands for up to three words, or none. In scripts without spaces a phrase is found inside a
 * run of letters, and `*` alone stands for up to six letters.
 *
 * What it costs depends on the text read, hardly on the number of phrases, and has an upper limit.
 */
export interface PhraseIndex {
  /** Every place of every phrase. */
  find(reading: Reading): readonly Found[];
}

export interface PhraseEntry {
  readonly id: string;
  readonly phrase: string;
}

/** For phrases that people write. A phrase without a word is never found. */
export function createPhraseIndex(entries: readonly PhraseEntry[]): PhraseIndex {
  const patterns = entries.map(({ id, phrase }) => ({ id, parts: partsOf(phrase) }));
  return createPatternIndex(patterns, { staysInClause: false });
}

export interface Pattern {
  readonly id: string;
  readonly parts: readonly PhrasePart[];
}

export interface PatternIndexOptions {
  /** Whether a comma, a full stop and other signs end a phrase. */
  readonly staysInClause: boolean;
}

/** For phrases of our own, whose parts may have alternatives. */
export function createPatternIndex(patterns: readonly Pattern[], options: PatternIndexOptions): PhraseIndex {
  return allSteps(patternIndexOf([patterns], options));
}

/** The same of many, each group of them a step. */
export function* patternIndexOf(
  groups: Iterable<readonly Pattern[]>,
  { staysInClause }: PatternIndexOptions,
): Steps<PhraseIndex> {
  const byWord = emptyGraph();
  const byLetter = emptyGraph();
  const spelling = createSpelling();
  for (const patterns of groups) {
    for (const { id, parts } of patterns) {
      const trimmed = withoutOuterGaps(parts);
      if (spelling.isUnspaced(trimmed)) byLetter.add(trimmed.map(spelling.spell), id);
      else byWord.add(trimmed, id);
    }
    yield;
  }
  const findWords = wordSearch(byWord, staysInClause);
  const findLetters = letterSearch(byLetter, staysInClause);
  return {
    find(reading) {
      const found = findWords(reading);
      if (byLetter.isEmpty() || !hasUnspacedScript(reading.plain.text)) return found;
      return [...found, ...findLetters(reading)];
    },
  };
}

type Find = PhraseIndex["find"];

function wordSearch(graph: PhraseGraph, staysInClause: boolean): Find {
  const search = { automaton: createAutomaton(graph.root, 3), staysInClause };
  const { remember } = createEdgeLists();
  const asWritten = remember(graph.edgesOf);
  const loosely = remember((word) => looseForms(word).flatMap(graph.edgesOf));
  return (reading) => searchTokens(search, wordTokens(reading, hasLooseWords(reading) ? loosely : asWritten));
}

function letterSearch(graph: PhraseGraph, staysInClause: boolean): Find {
  const search = { automaton: createAutomaton(graph.root, 6), staysInClause };
  const edgesOf = createEdgeLists().remember(graph.edgesOf);
  return (reading) => searchTokens(search, letterTokens(reading, edgesOf));
}

function partsOf(phrase: string): PhrasePart[] {
  return phrase
    .slice(0, 400)
    .split(hasUnspacedScript(phrase) ? /\s+|(\*)/u : /\s+/u)
    .filter((piece) => piece !== undefined && piece !== "")
    .flatMap((piece): PhrasePart[] => (piece === "*" ? [{ type: "gap" }] : piecesOf(piece)));
}

/** "e-mail*" is two words, the second with any ending. */
function piecesOf(piece: string): WordPart[] {
  const words = phraseWords(piece);
  return words.map((word, index) => {
    const isStem = piece.endsWith("*") && index === words.length - 1;
    return { type: "word", alternatives: [[isStem ? `${word}*` : word]], isOptional: false };
  });
}

function withoutOuterGaps(parts: readonly PhrasePart[]): readonly PhrasePart[] {
  const first = parts.findIndex(({ type }) => type === "word");
  const last = parts.findLastIndex(({ type }) => type === "word");
  return first < 0 ? [] : parts.slice(first, last + 1);
}
