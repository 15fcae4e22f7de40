import type { Store } from "../ports/store.ts";

/** How many stand in a view under a key: exactly, and without reading any of them. */
export async function countView(store: Store, view: string, key: string): Promise<number> {
  const [item] = (await store.query({ counted: view, key })).items;
  if (!item || !("count" in item)) throw new Error(`The store did not count the view ${view}.`);
  return item.count;
}
