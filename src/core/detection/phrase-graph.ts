import { createVocabulary } from "./phrase-vocabulary.ts";

/** Phrases with common beginnings, as one graph. Parts that were written alike share what follows. */
export interface PhraseGraph {
  readonly root: PhraseNode;
  add(parts: readonly PhrasePart[], id: string): void;
  isEmpty(): boolean;
  /** Which edges a word can take anywhere in the graph. */
  edgesOf(word: string): readonly number[];
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
  /** No other node of the graph has it. */
  readonly number: number;
  /** Which phrases end here. */
  readonly ids: readonly string[] | null;
  readonly next: ReadonlyMap<number, readonly PhraseNode[]> | null;
  /** Reached by leaving out some words. */
  readonly gap: PhraseNode | null;
}

interface GrowingNode extends PhraseNode {
  ids: string[] | null;
  next: Map<number, readonly GrowingNode[]> | null;
  gap: GrowingNode | null;
  /** Behind each edge, the node that was made for it; others may lead there as well. */
  children: Map<number, GrowingNode> | null;
}

export function emptyGraph(): PhraseGraph {
  let nodes = 0;
  const emptyNode = (): GrowingNode => ({ number: nodes++, ids: null, next: null, gap: null, children: null });
  const root = emptyNode();
  const vocabulary = createVocabulary();

  function afterWord(node: GrowingNode, { alternatives }: Pick<WordPart, "alternatives">): GrowingNode {
    const edge = vocabulary.edgeFor(alternatives);
    const known = node.children?.get(edge);
    if (known) return known;
    const target = emptyNode();
    node.children ??= new Map();
    node.children.set(edge, target);
    connect(node, edge, target);
    for (const words of alternatives) if (words.length > 1) connectThrough(node, words, target);
    return target;
  }

  function connectThrough(node: GrowingNode, words: readonly string[], target: GrowingNode): void {
    const before = words.slice(0, -1).reduce(afterSingle, node);
    connect(before, vocabulary.edgeFor([words.slice(-1)]), target);
  }

  function afterSingle(node: GrowingNode, word: string): GrowingNode {
    return afterWord(node, { alternatives: [[word]] });
  }

  function afterPart(node: GrowingNode, part: PhrasePart): GrowingNode {
    if (part.type === "word") return afterWord(node, part);
    node.gap ??= emptyNode();
    return node.gap;
  }

  return {
    root,
    add(parts, id) {
      for (const node of nodesAfter(root, parts, afterPart)) {
        if (node === root) continue;
        node.ids ??= [];
        node.ids.push(id);
      }
    },
    isEmpty: () => root.next === null,
    edgesOf: vocabulary.edgesOf,
  };
}

function nodesAfter(
  root: GrowingNode,
  parts: readonly PhrasePart[],
  afterPart: (node: GrowingNode, part: PhrasePart) => GrowingNode,
): readonly GrowingNode[] {
  let nodes: readonly GrowingNode[] = [root];
  for (const part of parts) {
    const reached = nodes.map((node) => afterPart(node, part));
    nodes = part.type === "word" && part.isOptional ? [...nodes, ...reached] : reached;
  }
  return nodes;
}

function connect(node: GrowingNode, edge: number, target: GrowingNode): void {
  node.next ??= new Map();
  const targets = node.next.get(edge);
  node.next.set(edge, targets ? [...targets, target] : [target]);
}
