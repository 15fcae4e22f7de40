import type { ItemChange } from "../../core/casehandoff/counts.ts";
import type { CaseItem } from "../../core/casehandoff/item.ts";
import type { Commit } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { caseViews, itemKey, newItemEntries, removedEntries, statusEntry } from "./documents.ts";

/** In one commit: small enough that nobody else waits for it. */
const together = 100;

/** Writes a plan's items. Nothing of them counts before the plan itself is there. */
export async function keepItems({ store, clock }: Parts, items: readonly CaseItem[]): Promise<void> {
  for (let start = 0; start < items.length; start += together) {
    const some = items.slice(start, start + together);
    await store.commit({
      ...emptyCommit(clock.now()),
      puts: some.map((item) => ({ ...itemKey(item.id), body: item })),
      index: some.flatMap(newItemEntries),
    });
  }
}

/** With what became of these. */
export function withItems(commit: Partial<Commit>, changes: readonly ItemChange[]): Partial<Commit> {
  return {
    ...commit,
    puts: [...(commit.puts ?? []), ...changes.map(({ after }) => ({ ...itemKey(after.id), body: after }))],
    index: [...(commit.index ?? []), ...changes.map(({ before, after }) => statusEntry(after, before))],
  };
}

export async function dropItems({ store, clock }: Parts, planId: string): Promise<void> {
  const first = { view: caseViews.items, key: planId, limit: together, order: "ascending", cursor: null } as const;
  for (;;) {
    const page = await store.query(first);
    const items = page.items.map(({ body }) => body as CaseItem);
    if (items.length === 0) return;
    await store.commit({
      ...emptyCommit(clock.now()),
      removes: items.map(({ id }) => itemKey(id)),
      index: items.flatMap(removedEntries),
    });
  }
}
