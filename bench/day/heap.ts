/** Whatever is due next, first; what is due at the same moment in the order in which it was put in. */
export interface Heap<Item> {
  readonly size: number;
  push(at: number, item: Item): void;
  /** When the first is due; `null`: nothing is left. */
  firstAt(): number | null;
  pop(): Item | null;
}

interface Entry<Item> {
  readonly at: number;
  readonly order: number;
  readonly item: Item;
}

export function createHeap<Item>(): Heap<Item> {
  const entries: Entry<Item>[] = [];
  let pushed = 0;

  const isBefore = (one: Entry<Item>, other: Entry<Item>) =>
    one.at < other.at || (one.at === other.at && one.order < other.order);

  function swap(one: number, other: number): void {
    const [a, b] = [entries[one], entries[other]];
    if (a && b) [entries[one], entries[other]] = [b, a];
  }

  function before(one: number, other: number): boolean {
    const [a, b] = [entries[one], entries[other]];
    return a !== undefined && b !== undefined && isBefore(a, b);
  }

  function sink(index: number): void {
    for (let at = index; ; ) {
      const left = 2 * at + 1;
      const least = before(left + 1, left) ? left + 1 : left;
      if (!before(least, at)) return;
      swap(least, at);
      at = least;
    }
  }

  function rise(index: number): void {
    for (let at = index; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!before(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  }

  return {
    get size() {
      return entries.length;
    },
    push(at, item) {
      entries.push({ at, order: ++pushed, item });
      rise(entries.length - 1);
    },
    firstAt: () => entries[0]?.at ?? null,
    pop() {
      const first = entries[0];
      const last = entries.pop();
      if (first === undefined || last === undefined) return null;
      if (entries.length > 0) {
        entries[0] = last;
        sink(0);
      }
      return first.item;
    },
  };
}
