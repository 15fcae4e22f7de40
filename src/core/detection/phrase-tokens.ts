import type { PhraseGraph } from "./phrase-graph.ts";
import { comparedLetter } from "./phrase-words.ts";
import type { Clause, Reading } from "./reading.ts";

/** One step through the graph: a word, or a letter where words are not divided. */
export interface Token {
  /** Those of the graph that it can take, a space between them. */
  readonly edges: string;
  readonly start: number;
  readonly end: number;
  readonly clause: Clause;
}

const longRun = /(\p{L})\1\1/u;
const longRuns = /(\p{L})\1{2,}/gu;
const arabic = /\p{Script=Arabic}/u;
const joinedWord = /^(?:[وف]?(?:[بك]?ال|لل)|[وفبل])(?=\p{Script=Arabic}{3})/u;

/** Word by word. What only some texts need is asked once of the whole text. */
export function wordTokens({ plain, clauses }: Reading, graph: PhraseGraph): readonly Token[] {
  const isPlain = !longRun.test(plain.text) && !arabic.test(plain.text);
  const tokens: Token[] = [];
  for (const clause of clauses) {
    for (const { text, start, end } of clause.words) {
      tokens.push({ edges: isPlain ? graph.edgesOf(text) : looseEdges(text, graph), start, end, clause });
    }
  }
  return tokens;
}

/** Also without letters held down, and without the article or conjunction that Arabic joins to a word. */
function looseEdges(word: string, graph: PhraseGraph): string {
  const others = [word.replace(longRuns, "$1"), word.replace(longRuns, "$1$1"), word.replace(joinedWord, "")];
  const edges = [...new Set([word, ...others])].map((form) => graph.edgesOf(form));
  return edges.filter((edge) => edge !== "").join(" ");
}

/** Letter by letter, spaces left out. */
export function letterTokens({ plain, clauses, original }: Reading, graph: PhraseGraph): readonly Token[] {
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
    if (clause && letter !== "") tokens.push({ edges: graph.edgesOf(letter), start, end, clause });
  }
  return tokens;
}
