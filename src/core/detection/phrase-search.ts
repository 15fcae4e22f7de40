import type { Effort, PhraseAutomaton, PhraseState } from "./phrase-automaton.ts";
import { noEdges } from "./phrase-edges.ts";
import type { Token } from "./phrase-tokens.ts";
import type { Clause } from "./reading.ts";

export interface Found {
  readonly id: string;
  /** In UTF-16 units of the original. */
  readonly start: number;
  readonly end: number;
  /** Where it ends. */
  readonly clause: Clause;
}

export interface PhraseSearch {
  readonly automaton: PhraseAutomaton;
  readonly staysInClause: boolean;
}

/** A text of ordinary length takes some hundred steps; what would take more than this is not read to its end. */
const stepLimit = 50_000;

/** The phrases that may have begun at one token. */
interface Beginning {
  readonly start: number;
  state: PhraseState;
}

interface Search extends Effort {
  readonly automaton: PhraseAutomaton;
  readonly found: Found[];
}

export function searchTokens({ automaton, staysInClause }: PhraseSearch, tokens: readonly Token[]): readonly Found[] {
  const search: Search = { automaton, found: [], steps: 0 };
  let clause: Clause | undefined;
  let begun: Beginning[] = [];
  for (const token of tokens) {
    if (staysInClause && token.clause !== clause && begun.length > 0) begun = [];
    clause = token.clause;
    goOn(search, begun, token);
    if (token.list !== noEdges) begin(search, begun, token);
    if (search.steps > stepLimit) break;
  }
  return search.found;
}

/** Those that do not go on are taken out. */
function goOn(search: Search, begun: Beginning[], token: Token): void {
  let kept = 0;
  for (const beginning of begun) {
    const state = stepOver(search, beginning, token);
    if (state === null) continue;
    beginning.state = state;
    begun[kept++] = beginning;
  }
  begun.length = kept;
}

function begin(search: Search, begun: Beginning[], token: Token): void {
  const { start } = token;
  const state = stepOver(search, { start, state: search.automaton.start }, token);
  if (state !== null) begun.push({ start, state });
}

/** The state behind the token, if anything goes on there; what ends there is found. */
function stepOver(search: Search, { start, state }: Beginning, { list, end, clause }: Token): PhraseState | null {
  const next = search.automaton.step(state, list, search);
  if (next === null) return null;
  search.steps += next.ids.length;
  for (const id of next.ids) search.found.push({ id, start, end, clause });
  return next.paths.length > 0 ? next : null;
}
