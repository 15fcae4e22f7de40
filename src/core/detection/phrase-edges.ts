/** The edges that a word can take. Words that can take the same ones share a list. */
export interface EdgeList {
  /** No other list of the graph ever has it. */
  readonly id: number;
  readonly edges: readonly number[];
}

export interface EdgeLists {
  /** The same question, asked once for each word. Bounded. */
  remember(edgesOf: (word: string) => readonly number[]): (word: string) => EdgeList;
}

export const noEdges: EdgeList = { id: 0, edges: [] };

const mostWords = 20_000;

export function createEdgeLists(): EdgeLists {
  const lists = new Map<string, EdgeList>();
  let lastId = noEdges.id;

  function listOf(edges: readonly number[]): EdgeList {
    if (edges.length === 0) return noEdges;
    const key = edges.join();
    const known = lists.get(key);
    if (known) return known;
    if (lists.size >= mostWords) lists.clear();
    const list = { id: ++lastId, edges };
    lists.set(key, list);
    return list;
  }

  return {
    remember(edgesOf) {
      const byWord = new Map<string, EdgeList>();
      return (word) => {
        const known = byWord.get(word);
        if (known) return known;
        if (byWord.size >= mostWords) byWord.clear();
        const list = listOf(edgesOf(word));
        byWord.set(word, list);
        return list;
      };
    },
  };
}
