/**
 * Which edges of the graph a word can take. A word of its own is an edge; alternatives ("bad", "awful" …) are one edge
 * together, however many they are and however often they are used.
 */
export interface PhraseVocabulary {
  /** The edge for these alternatives; for the same object, the same edge. */
  edgeFor(alternatives: readonly (readonly string[])[]): string;
  /** With a space between them. */
  edgesOf(word: string): string;
}

/** Beginnings are kept by their first letters, so that a word is compared with few of them. */
const longestKey = 3;

interface Stem {
  readonly text: string;
  edges: string;
}

export function createVocabulary(): PhraseVocabulary {
  const edgesByWord = new Map<string, string>();
  const stems = new Map<string, Stem[]>();
  const keyLengths = new Set<number>();
  const edgeByAlternatives = new Map<unknown, string>();

  function allow(word: string, edge: string): void {
    if (word.endsWith("*")) {
      allowStem(word.slice(0, -1), edge);
      return;
    }
    const edges = edgesByWord.get(word);
    edgesByWord.set(word, edges === undefined ? edge : `${edges} ${edge}`);
  }

  function allowStem(text: string, edge: string): void {
    const key = text.slice(0, longestKey);
    keyLengths.add(key.length);
    const alike = stems.get(key) ?? [];
    const known = alike.find((stem) => stem.text === text);
    if (known) known.edges += ` ${edge}`;
    else stems.set(key, [...alike, { text, edges: edge }]);
  }

  return {
    edgeFor(alternatives) {
      const [first] = alternatives;
      const name = alternatives.length === 1 && first?.length === 1 ? first[0] : alternatives;
      const known = edgeByAlternatives.get(name);
      if (known !== undefined) return known;
      const edge = `${edgeByAlternatives.size}`;
      edgeByAlternatives.set(name, edge);
      for (const [word, ...others] of alternatives) if (word !== undefined && others.length === 0) allow(word, edge);
      return edge;
    },
    edgesOf(word) {
      let edges = edgesByWord.get(word) ?? "";
      for (const length of keyLengths) {
        for (const stem of stems.get(word.slice(0, length)) ?? []) {
          if (word.startsWith(stem.text)) edges = edges === "" ? stem.edges : `${edges} ${stem.edges}`;
        }
      }
      return edges;
    },
  };
}
