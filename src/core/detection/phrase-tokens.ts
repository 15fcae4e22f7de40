import type { EdgeList } from "./phrase-edges.ts";
import { comparedLetter } from "./phrase-words.ts";
import type { Clause, Reading } from "./reading.ts";

/** One step through the graph: a word, or a letter where words are not divided. */
export interface Token {
  /** Those edges of the graph that it can take. */
  readonly list: EdgeList;
  readonly start: number;
  readonly end: number;
  readonly clause: Clause;
}

type EdgesOf = (word: string) => EdgeList;

const longRun = /(\p{L})\1\1/u;
const longRuns = /(\p{L})\1{2,}/gu;
const arabic = /\p{Script=Arabic}/u;
const joinedWord = /^(?:[وف]?(?:[بك]?ال|لل)|[وفبل])(?=\p{Script=Arabic}{3})/u;

/** Whether some of its words are to be read in other forms as well. Asked once of the whole text. */
export function hasLooseWords({ plain: { text } }: Reading): boolean {
  return longRun.test(text) || arabic.test(text);
}

/** Also without letters held down, and without the article or conjunction that Arabic joins to a word. */
export function looseForms(word: string): readonly string[] {
  const others = [word.replace(longRuns, "$1"), word.replace(longRuns, "$1$1"), word.replace(joinedWord, "")];
  return [...new Set([word, ...others])];
}

/** Word by word. */
export function wordTokens({ clauses }: Reading, edgesOf: EdgesOf): readonly Token[] {
  const tokens: Token[] = [];
  for (const clause of clauses) {
    for (const { text, start, end } of clause.words) tokens.push({ list: edgesOf(text), start, end, clause });
  }
  return tokens;
}

/** Letter by letter, spaces left out. */
export function letterTokens({ plain, clauses, original }: Reading, edgesOf: EdgesOf): readonly Token[] {
  const tokens: Token[] = [];
  let index = 0;
  let end = 0;
  for (const start of plain.offsets) {
    if (start < end) continue;
    while ((clauses[index + 1]?.words[0]?.start ?? Number.POSITIVE_INFINITY) <= start) index++;
    const symbol = String.fromCodePoint(original.codePointAt(start) ?? 32);
    end = start + symbol.length;
    const clause = clauses[index];
    const letter = comparedLetter(symbol);
    if (clause && letter !== "") tokens.push({ list: edgesOf(letter), start, end, clause });
  }
  return tokens;
}
