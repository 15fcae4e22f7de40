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
    const number = numbers.get(node) ?? numbers.size;
    numbers.set(node, number);
    return number;
  }

  function intern(places: readonly Place[], endsPhrase: boolean): AutomatonState {
    if (places.length === 0 && !endsPhrase) return start;
    const marks = places.map(({ node, gap }) => `${numberOf(node)}.${gap}`).sort();
    const key = `${endsPhrase}:${marks.join()}`;
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
      const { places, endsPhrase } = placesAfter(state, edges, { root: graph.root, gapLimit });
      const next = intern(places, endsPhrase);
      state.next.set(edges, next);
      return next;
    },
  };
}

function emptyState(): AutomatonState {
  return { places: [], endsPhrase: false, next: new Map() };
}

function placesAfter(state: AutomatonState, edges: string, { root, gapLimit }: { root: PhraseNode; gapLimit: number }) {
  const gaps = new Map<PhraseNode, number>();
  let endsPhrase = false;
  const keep = (node: PhraseNode, gap: number) => gaps.set(node, Math.max(gap, gaps.get(node) ?? 0));
  for (const node of [root, ...state.places.map((place) => place.node)]) {
    for (const next of edges.split(" ").flatMap((edge) => node.next?.get(edge) ?? [])) {
      endsPhrase ||= next.ids !== null;
      if (next.next) keep(next, 0);
      if (next.gap) keep(next.gap, gapLimit);
    }
  }
  for (const { node, gap } of state.places) if (gap > 0) keep(node, gap - 1);
  return { places: [...gaps].map(([node, gap]): Place => ({ node, gap })), endsPhrase };
}
