/**
 * Which edges of the graph a word can take. A word of its own is an edge; alternatives ("bad", "awful" …) are one edge
 * together, however many they are and however often they are used.
 */
export interface PhraseVocabulary {
  /** The edge for these alternatives; for the same object, the same edge. */
  edgeFor(alternatives: readonly (readonly string[])[]): number;
  edgesOf(word: string): readonly number[];
}

/** Beginnings are kept by their first letters, so that a word is compared with few of them. */
const longestKey = 3;

interface Stem {
  readonly text: string;
  readonly edges: number[];
}

export function createVocabulary(): PhraseVocabulary {
  const edgesByWord = new Map<string, number[]>();
  const stems = new Map<string, Stem[]>();
  const keyLengths = new Set<number>();
  const edgeByAlternatives = new Map<unknown, number>();

  function allow(word: string, edge: number): void {
    if (word.endsWith("*")) {
      allowStem(word.slice(0, -1), edge);
      return;
    }
    const edges = edgesByWord.get(word);
    if (edges) edges.push(edge);
    else edgesByWord.set(word, [edge]);
  }

  function allowStem(text: string, edge: number): void {
    const key = text.slice(0, longestKey);
    keyLengths.add(key.length);
    const alike = stems.get(key);
    const known = alike?.find((stem) => stem.text === text);
    if (known) known.edges.push(edge);
    else if (alike) alike.push({ text, edges: [edge] });
    else stems.set(key, [{ text, edges: [edge] }]);
  }

  return {
    edgeFor(alternatives) {
      const [first] = alternatives;
      const name = alternatives.length === 1 && first?.length === 1 ? first[0] : alternatives;
      const known = edgeByAlternatives.get(name);
      if (known !== undefined) return known;
      const edge = edgeByAlternatives.size;
      edgeByAlternatives.set(name, edge);
      for (const [word, ...others] of alternatives) if (word !== undefined && others.length === 0) allow(word, edge);
      return edge;
    },
    edgesOf(word) {
      const edges = [...(edgesByWord.get(word) ?? [])];
      for (const length of keyLengths) {
        for (const stem of stems.get(word.slice(0, length)) ?? []) {
          if (word.startsWith(stem.text)) edges.push(...stem.edges);
        }
      }
      return edges;
    },
  };
}
