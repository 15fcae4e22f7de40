import type { AutomatonState, PhraseAutomaton } from "./phrase-automaton.ts";
import { edgesIn } from "./phrase-edges.ts";
import type { PhraseGraph, PhraseNode } from "./phrase-graph.ts";
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

export interface SearchedGraph {
  readonly graph: PhraseGraph;
  readonly automaton: PhraseAutomaton;
  readonly staysInClause: boolean;
  /** How many tokens a gap may leave out. */
  readonly gapLimit: number;
}

/** A text of ordinary length takes some hundred steps; what would take more than this is not read to its end. */
const stepLimit = 50_000;

/** Fewer paths are not compared with each other: that would cost more than it saves. */
const fewPaths = 30;

interface Path {
  readonly node: PhraseNode;
  readonly start: number;
  /** How many tokens may still be left out here. */
  readonly gap: number;
}

interface Search {
  readonly gapLimit: number;
  readonly found: Found[];
  steps: number;
}

/** The automaton finds the stretches in which a phrase ends; only those are read again, path by path. */
export function searchGraph(searched: SearchedGraph, tokens: readonly Token[]): readonly Found[] {
  const { automaton, staysInClause, gapLimit } = searched;
  const search: Search = { gapLimit, found: [], steps: 0 };
  let state: AutomatonState = automaton.start;
  let begun = 0;
  let hasEnd = false;
  for (const [index, token] of tokens.entries()) {
    if (state === automaton.start || (staysInClause && token.clause !== tokens[index - 1]?.clause)) {
      if (hasEnd) readPaths(search, searched.graph.root, tokens.slice(begun, index));
      [state, begun, hasEnd] = [automaton.start, index, false];
    }
    search.steps += state.next.has(token.edges) ? 1 : state.places.length;
    if (search.steps > stepLimit) break;
    state = automaton.step(state, token.edges);
    hasEnd ||= state.endsPhrase;
  }
  if (hasEnd) readPaths(search, searched.graph.root, tokens.slice(begun));
  return search.found;
}

function readPaths(search: Search, root: PhraseNode, tokens: readonly Token[]): void {
  let paths: readonly Path[] = [];
  for (const token of tokens) {
    const reached: Path[] = [];
    for (const { node, start, gap } of paths) {
      follow(search, reached, { node, start }, token);
      if (gap > 0) keep(search, reached, { node, start, gap: gap - 1 });
    }
    follow(search, reached, { node: root, start: token.start }, token);
    if (search.steps > stepLimit) return;
    paths = reached;
  }
}

function follow(search: Search, reached: Path[], { node, start }: Pick<Path, "node" | "start">, token: Token): void {
  if (!node.next) return;
  for (const edge of edgesIn(token.edges)) {
    for (const next of node.next.get(edge) ?? []) {
      search.steps += next.ids?.length ?? 0;
      for (const id of next.ids ?? []) search.found.push({ id, start, end: token.end, clause: token.clause });
      if (next.next) keep(search, reached, { node: next, start, gap: 0 });
      if (next.gap) keep(search, reached, { node: next.gap, start, gap: search.gapLimit });
    }
  }
}

/** Among many paths, of two to one place that which can leave out more: so their number has a limit. */
function keep(search: Search, reached: Path[], path: Path): void {
  search.steps++;
  const known = reached.length < fewPaths ? -1 : reached.findIndex(({ node }) => node === path.node);
  const other = reached[known];
  if (!other) reached.push(path);
  else if (other.gap < path.gap) reached[known] = path;
  if (reached.length > fewPaths) search.steps += reached.length;
}
