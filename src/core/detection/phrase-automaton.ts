import { edgesIn } from "./phrase-edges.ts";
import type { PhraseGraph, PhraseNode } from "./phrase-graph.ts";

/**
 * The graph read as one state after the other instead of many paths at once: it says quickly where a phrase may end,
 * not which one nor where it began. States are made when a text first comes to them and kept, as they depend on the
 * phrases' words alone, not on what else customers write.
 */
export interface PhraseAutomaton {
  readonly start: AutomatonState;
  step(state: AutomatonState, edges: string): AutomatonState;
}

export interface AutomatonState {
  readonly places: readonly Place[];
  readonly endsPhrase: boolean;
  readonly next: Map<string, AutomatonState>;
}

interface Place {
  readonly node: PhraseNode;
  /** How many words may still be left out here. */
  readonly gap: number;
}

/** When strange texts have made this many states, they are made anew. */
const stateLimit = 20_000;

export function createAutomaton(graph: PhraseGraph, gapLimit: number): PhraseAutomaton {
  const start = emptyState();
  const numbers = new Map<PhraseNode, number>();
  const states = new Map<string, AutomatonState>();

  function numberOf(node: PhraseNode): number {
    const known = numbers.get(node);
    if (known !== undefined) return known;
    numbers.set(node, numbers.size);
    return numbers.size - 1;
  }

  function intern(places: readonly Place[], endsPhrase: boolean): AutomatonState {
    if (places.length === 0 && !endsPhrase) return start;
    // Numbers, so that the same places in another order are the same state.
    const marks = places.map(({ node, gap }) => numberOf(node) * longestGap + gap).sort(ascending);
    const key = `${endsPhrase ? "!" : ""}${marks.join()}`;
    const known = states.get(key);
    if (known) return known;
    const state = { places, endsPhrase, next: new Map() };
    if (states.size >= stateLimit) {
      states.clear();
      start.next.clear();
    }
    states.set(key, state);
    return state;
  }

  return {
    start,
    step(state, edges) {
      const known = state.next.get(edges);
      if (known) return known;
      const { places, endsPhrase } = placesAfter(state, edgesIn(edges), { root: graph.root, gapLimit });
      const next = intern(places, endsPhrase);
      state.next.set(edges, next);
      return next;
    },
  };
}

const none: readonly never[] = [];

function emptyState(): AutomatonState {
  return { places: [], endsPhrase: false, next: new Map() };
}

const longestGap = 16;

function ascending(one: number, other: number): number {
  return one - other;
}

function placesAfter(
  state: AutomatonState,
  edges: readonly string[],
  { root, gapLimit }: { root: PhraseNode; gapLimit: number },
) {
  const gaps = new Map<PhraseNode, number>();
  let endsPhrase = false;
  const keep = (node: PhraseNode, gap: number) => {
    const known = gaps.get(node);
    if (known === undefined || known < gap) gaps.set(node, gap);
  };
  const follow = ({ next: ways }: PhraseNode) => {
    for (const edge of ways ? edges : none) {
      for (const next of ways?.get(edge) ?? none) {
        endsPhrase ||= next.ids !== null;
        if (next.next) keep(next, 0);
        if (next.gap) keep(next.gap, gapLimit);
      }
    }
  };
  follow(root);
  for (const { node } of state.places) follow(node);
  for (const { node, gap } of state.places) if (gap > 0) keep(node, gap - 1);
  return { places: [...gaps].map(([node, gap]): Place => ({ node, gap })), endsPhrase };
}
