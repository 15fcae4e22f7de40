import type { Role } from "./lexicon.ts";
import type { Part, Phrase } from "./parse-entries.ts";
import type { Token } from "./unit.ts";
import { mayBeMarked, type WordMarks, wordMarks } from "./word-marks.ts";

export interface Entry {
  readonly phrase: Phrase;
  readonly role: Role;
}

/**
 * Phrases by their words, so that the longest one at a place is found in as many steps as it has words. A branch grows
 * when a message first reaches it: written out, the phrases of all languages would be too many to start with.
 */
export interface PhraseTree {
  readonly places: Place[];
  grown: GrownTree | null;
}

interface GrownTree {
  readonly branches: ReadonlyMap<string, PhraseTree>;
  /** Of the branches, those for beginnings of words, by their first letter. */
  readonly stems: ReadonlyMap<string, readonly Stem[]>;
  /** Of the phrases that end here. */
  readonly roles: ReadonlySet<Role>;
  /** Of the words that branch off, where they are many: most other words are turned away by it and not looked up. */
  readonly marks: WordMarks | null;
}

interface Stem {
  readonly beginning: string;
  readonly branch: PhraseTree;
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
  readonly words: readonly string[];
  /** Which of the words comes next. */
  readonly at: number;
}

export function phraseTree(entries: readonly Entry[]): PhraseTree {
  return { places: entries.map((entry) => ({ entry, part: 0, words: none, at: 0 })), grown: null };
}

function grow(places: readonly Place[]): GrownTree {
  const branches = new Map<string, PhraseTree>();
  const roles = new Set<Role>();
  for (const place of places) {
    if (place.at < place.words.length) addBranch(branches, place);
    else addBranchesOfParts(branches, place, roles);
  }
  const marks = branches.size < fewBranches ? null : wordMarks(branches.keys());
  return { branches, stems: stemsOf(branches), roles, marks };
}

const fewBranches = 32;

/** Of this part, and of those behind it while they may be missing. */
function addBranchesOfParts(branches: Map<string, PhraseTree>, { entry, part }: Place, roles: Set<Role>): void {
  for (let at = part; at <= entry.phrase.length; at++) {
    const next: Part | undefined = entry.phrase[at];
    if (!next) roles.add(entry.role);
    for (const words of next?.alternatives ?? none) addBranch(branches, { entry, part: at + 1, words, at: 0 });
    if (!next?.isOptional) return;
  }
}

function addBranch(branches: Map<string, PhraseTree>, { entry, part, words, at }: Place): void {
  const word = words[at] ?? "";
  const place = { entry, part, words, at: at + 1 };
  const branch = branches.get(word);
  if (branch) branch.places.push(place);
  else branches.set(word, { places: [place], grown: null });
}

function stemsOf(branches: ReadonlyMap<string, PhraseTree>): GrownTree["stems"] {
  const stems: Stem[] = [];
  for (const [word, branch] of branches) if (word.endsWith("*")) stems.push({ beginning: word.slice(0, -1), branch });
  return stems.length === 0 ? noStems : Map.groupBy(stems, ({ beginning }) => beginning[0] ?? "");
}

const noStems: GrownTree["stems"] = new Map();
const none: readonly never[] = [];

/** The longest phrase that begins at this token. */
export function longestMatch(tree: PhraseTree, tokens: readonly Token[], from: number): Match | null {
  let found: Match | null = null;
  let node = tree;
  for (let length = 0; ; length++) {
    node.grown ??= grow(node.places);
    const { roles, stems } = node.grown;
    if (length > 0 && roles.size > 0) found = { length, roles };
    const token = tokens[from + length];
    if (!token) return found;
    // Nearly always there is one way to go on.
    if (token.corrected.length > 0 || stems.has(token.text[0] ?? ""))
      return longer(found, longestOfWays(node.grown, tokens, from, length));
    const next = branchOf(node.grown, token.text);
    if (!next) return found;
    node = next;
  }
}

function longestOfWays(tree: GrownTree, tokens: readonly Token[], from: number, length: number): Match | null {
  const token = tokens[from + length];
  const own = tree.roles.size === 0 || length === 0 ? null : { length, roles: tree.roles };
  if (!token) return own;
  let longest = longer(own, matchBehind(branchOf(tree, token.text), tokens, from, length));
  for (const word of token.corrected) {
    longest = longer(longest, matchBehind(branchOf(tree, word), tokens, from, length));
  }
  for (const { beginning, branch } of tree.stems.get(token.text[0] ?? "") ?? none) {
    if (token.text.startsWith(beginning)) longest = longer(longest, matchBehind(branch, tokens, from, length));
  }
  return longest;
}

function branchOf({ branches, marks }: GrownTree, word: string): PhraseTree | undefined {
  return marks === null || mayBeMarked(marks, word) ? branches.get(word) : undefined;
}

function matchBehind(branch: PhraseTree | undefined, tokens: readonly Token[], from: number, length: number) {
  if (!branch) return null;
  branch.grown ??= grow(branch.places);
  return longestOfWays(branch.grown, tokens, from, length + 1);
}

function longer(one: Match | null, other: Match | null): Match | null {
  return other && other.length > (one?.length ?? 0) ? other : one;
}
