import { createVocabulary } from "./phrase-vocabulary.ts";

/** Phrases with common beginnings, as one graph. Parts that were written alike share what follows. */
export interface PhraseGraph {
  readonly root: PhraseNode;
  add(parts: readonly PhrasePart[], id: string): void;
  isEmpty(): boolean;
  /** Which edges a word can take anywhere in the graph, with a space between them. */
  edgesOf(word: string): string;
}

export type PhrasePart = WordPart | { readonly type: "gap" };

export interface WordPart {
  readonly type: "word";
  /** Each of one word or more; `cancel*` is a word with any ending. Parts that share this object share their edge. */
  readonly alternatives: readonly (readonly string[])[];
  readonly isOptional: boolean;
}

/** There are many thousands, most of them with little: what would be empty is null. */
export interface PhraseNode {
  /** Which phrases end here. */
  readonly ids: readonly string[] | null;
  readonly next: ReadonlyMap<string, readonly PhraseNode[]> | null;
  /** Reached by leaving out some words. */
  readonly gap: PhraseNode | null;
}

interface GrowingNode extends PhraseNode {
  ids: readonly string[] | null;
  next: Map<string, readonly GrowingNode[]> | null;
  gap: GrowingNode | null;
}

export function emptyGraph(): PhraseGraph {
  const root = emptyNode();
  const vocabulary = createVocabulary();
  const children = new Map<GrowingNode, Map<string, GrowingNode>>();

  function afterWord(node: GrowingNode, { alternatives }: Pick<WordPart, "alternatives">): GrowingNode {
    const edge = vocabulary.edgeFor(alternatives);
    const siblings = children.get(node) ?? new Map<string, GrowingNode>();
    children.set(node, siblings);
    const known = siblings.get(edge);
    if (known) return known;
    const target = emptyNode();
    siblings.set(edge, target);
    connect(node, edge, target);
    for (const words of alternatives) if (words.length > 1) connectThrough(node, words, target);
    return target;
  }

  function connectThrough(node: GrowingNode, words: readonly string[], target: GrowingNode): void {
    const before = words.slice(0, -1).reduce((from, word) => afterWord(from, { alternatives: [[word]] }), node);
    connect(before, vocabulary.edgeFor([words.slice(-1)]), target);
  }

  return {
    root,
    add(parts, id) {
      for (const node of nodesAfter(root, parts, afterWord)) {
        if (node !== root) node.ids = node.ids ? [...node.ids, id] : [id];
      }
    },
    isEmpty: () => root.next === null,
    edgesOf: vocabulary.edgesOf,
  };
}

function emptyNode(): GrowingNode {
  return { ids: null, next: null, gap: null };
}

function nodesAfter(
  root: GrowingNode,
  parts: readonly PhrasePart[],
  afterWord: (node: GrowingNode, part: WordPart) => GrowingNode,
): readonly GrowingNode[] {
  let nodes: readonly GrowingNode[] = [root];
  for (const part of parts) {
    const reached = nodes.map((node) => (part.type === "gap" ? afterGap(node) : afterWord(node, part)));
    nodes = part.type === "word" && part.isOptional ? [...nodes, ...reached] : reached;
  }
  return nodes;
}

function afterGap(node: GrowingNode): GrowingNode {
  node.gap ??= emptyNode();
  return node.gap;
}

function connect(node: GrowingNode, edge: string, target: GrowingNode): void {
  node.next ??= new Map();
  const targets = node.next.get(edge);
  node.next.set(edge, targets ? [...targets, target] : [target]);
}
