import type { Role } from "./lexicon.ts";
import type { Part, Phrase } from "./parse-entries.ts";
import type { Token } from "./unit.ts";

export interface Entry {
  readonly phrase: Phrase;
  readonly role: Role;
}

/**
 * Phrases by their words, so that the longest one at a place is found in as many steps as it has words. A branch grows
 * when a message first reaches it: written out, the phrases of all languages would be too many to start with.
 */
export interface PhraseTree {
  /** Beginnings of words with their `*`, by their first letter. */
  readonly stems: ReadonlyMap<string, readonly string[]>;
  /** Of the phrases that end here. */
  readonly roles: ReadonlySet<Role>;
  follow(word: string): PhraseTree | undefined;
}

export interface Match {
  /** How many tokens it takes. */
  readonly length: number;
  readonly roles: ReadonlySet<Role>;
}

/** Somewhere within a phrase: before a part of it, or with words of an alternative still to come. */
interface Place {
  readonly entry: Entry;
  readonly part: number;
  readonly rest: readonly string[];
}

export function phraseTree(entries: readonly Entry[]): PhraseTree {
  return treeAt(entries.map((entry) => ({ entry, part: 0, rest: [] })));
}

function treeAt(places: readonly Place[]): PhraseTree {
  const edges = new Map<string, Place[]>();
  const roles = new Set<Role>();
  for (const place of places) addEdges(place, edges, roles);
  const branches = new Map<string, PhraseTree>();
  const grow = (word: string): PhraseTree | undefined => {
    const next = edges.get(word);
    if (!next) return undefined;
    const tree = treeAt(next);
    branches.set(word, tree);
    return tree;
  };
  return {
    stems: Map.groupBy(
      [...edges.keys()].filter((word) => word.endsWith("*")),
      (stem) => stem[0] ?? "",
    ),
    roles,
    follow: (word) => branches.get(word) ?? grow(word),
  };
}

function addEdges({ entry, part, rest }: Place, edges: Map<string, Place[]>, roles: Set<Role>): void {
  if (rest.length > 0) addEdge(edges, { entry, part, words: rest });
  else addEdgesOfParts({ entry, part }, edges, roles);
}

/** Of this part, and of those behind it while they may be missing. */
function addEdgesOfParts({ entry, part }: Omit<Place, "rest">, edges: Map<string, Place[]>, roles: Set<Role>): void {
  for (let at = part; at <= entry.phrase.length; at++) {
    const next: Part | undefined = entry.phrase[at];
    if (!next) roles.add(entry.role);
    for (const words of next?.alternatives ?? []) addEdge(edges, { entry, part: at + 1, words });
    if (!next?.isOptional) return;
  }
}

interface Edge {
  readonly entry: Entry;
  readonly part: number;
  readonly words: readonly string[];
}

function addEdge(edges: Map<string, Place[]>, { entry, part, words }: Edge): void {
  const [word = "", ...rest] = words;
  const places = edges.get(word);
  if (places) places.push({ entry, part, rest });
  else edges.set(word, [{ entry, part, rest }]);
}

/** The longest phrase that begins at this token. */
export function longestMatch(tree: PhraseTree, tokens: readonly Token[], from: number, length = 0): Match | null {
  const own = tree.roles.size === 0 || length === 0 ? null : { length, roles: tree.roles };
  const token = tokens[from + length];
  if (!token) return own;
  const ahead = (word: string) => {
    const branch = tree.follow(word);
    return branch ? longestMatch(branch, tokens, from, length + 1) : null;
  };
  let longest = longer(own, ahead(token.text));
  for (const word of token.corrected) longest = longer(longest, ahead(word));
  for (const stem of tree.stems.get(token.text[0] ?? "") ?? none) {
    if (token.text.startsWith(stem.slice(0, -1))) longest = longer(longest, ahead(stem));
  }
  return longest;
}

const none: readonly never[] = [];

function longer(one: Match | null, other: Match | null): Match | null {
  return other && other.length > (one?.length ?? 0) ? other : one;
}
