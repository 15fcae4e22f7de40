import { aligned } from "./aligned.ts";

/** What there is, in lines; a list of nothing says so, so that nobody takes it for something that went wrong. */
export function printAll<Item>(
  items: readonly Item[],
  { lineOf, none }: { readonly lineOf: (item: Item) => string; readonly none: string },
): void {
  console.log(items.length === 0 ? none : items.map(lineOf).join("\n"));
}

/** The same, below one another. */
export function printAligned<Item>(
  items: readonly Item[],
  { rowOf, none }: { readonly rowOf: (item: Item) => readonly string[]; readonly none: string },
): void {
  console.log(items.length === 0 ? none : aligned(items.map(rowOf)));
}
