import type { EdgeList } from "./phrase-edges.ts";
import type { PhraseNode } from "./phrase-graph.ts";

/**
 * The phrases that can begin at one word, read word by word: a state is all ways through the graph from there. States
 * are made when a text first comes to them and kept, as they depend on the phrases' words alone, not on what else
 * customers write. Other beginnings have states of their own: together they would be too many to be met again.
 */
export interface PhraseAutomaton {
  /** Before the first word. */
  readonly start: PhraseState;
  /** `null`: nothing ends with this word, and nothing goes on. */
  step(state: PhraseState, list: EdgeList, effort: Effort): PhraseState | null;
}

export interface PhraseState {
  /** Of the phrases that end here, each as often as it can be read. */
  readonly ids: readonly string[];
  readonly paths: readonly Path[];
}

/** What was done for a text, so that it can be ended. */
export interface Effort {
  steps: number;
}

interface Path {
  readonly node: PhraseNode;
  /** How many words may still be left out here. */
  readonly gap: number;
}

interface GrowingState extends PhraseState {
  /** By the lists' ids. */
  readonly next: Map<number, GrowingState | null>;
  /** What is asked first when it is left by a new way, as most words go on nowhere. */
  exits: Exits | null;
}

interface Exits {
  readonly edges: ReadonlySet<number>;
  /** The state behind a word that has none of these. */
  readonly otherwise: GrowingState | null;
}

/** When strange texts have made states of so many paths, edges and ways together, they are made anew. */
const mostKept = 500_000;

export function createAutomaton(root: PhraseNode, gapLimit: number): PhraseAutomaton {
  const start = stateOf([], [{ node: root, gap: 0 }]);
  const states = new Map<string, GrowingState>();
  let kept = 0;

  function stateOnce(ids: readonly string[], paths: readonly Path[]): GrowingState | null {
    if (ids.length === 0 && paths.length === 0) return null;
    const key = keyOf(ids, paths);
    const known = states.get(key);
    if (known) return known;
    const state = stateOf(ids, paths);
    states.set(key, state);
    kept += paths.length;
    return state;
  }

  function forget(): void {
    kept = 0;
    states.clear();
    start.next.clear();
  }

  function exitsOf({ paths }: GrowingState): Exits {
    const edges = new Set(paths.flatMap(({ node }) => [...(node.next?.keys() ?? none)]));
    kept += edges.size;
    const { ids, paths: waiting } = pathsAfter(paths, none, gapLimit);
    return { edges, otherwise: stateOnce(ids, waiting) };
  }

  function stateAfter(state: GrowingState, { edges: ofWord }: EdgeList): GrowingState | null {
    state.exits ??= exitsOf(state);
    const { edges, otherwise } = state.exits;
    if (!ofWord.some((edge) => edges.has(edge))) return otherwise;
    const { ids, paths } = pathsAfter(state.paths, ofWord, gapLimit);
    return stateOnce(ids, paths);
  }

  function makeWay(state: GrowingState, list: EdgeList, effort: Effort): GrowingState | null {
    if (++kept > mostKept) forget();
    const next = stateAfter(state, list);
    effort.steps += state.paths.length + (next?.paths.length ?? 0);
    state.next.set(list.id, next);
    return next;
  }

  return {
    start,
    step(state: GrowingState, list, effort) {
      effort.steps++;
      const known = state.next.get(list.id);
      return known === undefined ? makeWay(state, list, effort) : known;
    },
  };
}

function stateOf(ids: readonly string[], paths: readonly Path[]): GrowingState {
  return { ids, paths, next: new Map(), exits: null };
}

function keyOf(ids: readonly string[], paths: readonly Path[]): string {
  return `${paths.map(({ node, gap }) => node.number * longestGap + gap).join()} ${ids.join("\n")}`;
}

const longestGap = 16;

function pathsAfter(before: readonly Path[], edges: readonly number[], gapLimit: number): PhraseState {
  const ids: string[] = [];
  const paths: Path[] = [];
  for (const { node, gap } of before) {
    for (const edge of edges) {
      for (const next of node.next?.get(edge) ?? none) {
        for (const id of next.ids ?? none) ids.push(id);
        if (next.next) keep(paths, { node: next, gap: 0 });
        if (next.gap) keep(paths, { node: next.gap, gap: gapLimit });
      }
    }
    if (gap > 0) keep(paths, { node, gap: gap - 1 });
  }
  return { ids, paths };
}

const none: readonly never[] = [];

/** Fewer are not compared with each other: that would cost more than it saves. */
const fewPaths = 30;

/** Among many paths, of two to one place that which can leave out more: so their number has a limit. */
function keep(paths: Path[], path: Path): void {
  const known = paths.length < fewPaths ? -1 : paths.findIndex(({ node }) => node === path.node);
  const other = paths[known];
  if (!other) paths.push(path);
  else if (other.gap < path.gap) paths[known] = path;
}
