const mostLists = 20_000;
const lists = new Map<string, readonly string[]>();

/** The edges that a word can take, one by one. A word has the same ones every time, so they are parted once. */
export function edgesIn(edges: string): readonly string[] {
  const known = lists.get(edges);
  if (known) return known;
  if (lists.size >= mostLists) lists.clear();
  const list = edges.split(" ");
  lists.set(edges, list);
  return list;
}
