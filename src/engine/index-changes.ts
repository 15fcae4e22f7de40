import type { DocumentKey, IndexChange } from "../ports/store.ts";

/** A place of a document in a view. */
interface Entry {
  readonly view: string;
  readonly key: string;
  readonly sort: number;
}

/** What has to change in the views so that a document stands where it belongs now; what stays is left alone. */
export function indexChanges(target: DocumentKey, before: readonly Entry[], after: readonly Entry[]): IndexChange[] {
  const old = new Map(before.map((entry) => [entry.view, entry]));
  const changes: IndexChange[] = [];
  for (const entry of after) {
    const previous = old.get(entry.view);
    old.delete(entry.view);
    if (previous?.key === entry.key && previous.sort === entry.sort) continue;
    const previousKey = previous && previous.key !== entry.key ? previous.key : null;
    changes.push({ change: "put", ...entry, ...target, previousKey });
  }
  for (const { view, key } of old.values()) changes.push({ change: "remove", view, key, ...target });
  return changes;
}
