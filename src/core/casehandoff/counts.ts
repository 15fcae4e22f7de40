import { type CaseItem, type CaseItemStatus, itemStatuses } from "./item.ts";

export type ItemCounts = Readonly<Record<CaseItemStatus, number>>;

/** By module. Changed in the very commit that changes the items: it never says what is not so. */
export type CaseCounts = Readonly<Record<string, ItemCounts>>;

const noItems: ItemCounts = {
  pending: 0,
  moved: 0,
  "skipped-changed": 0,
  failed: 0,
  returned: 0,
  "left-alone": 0,
};

export function countItems(items: readonly Pick<CaseItem, "moduleId" | "status">[]): CaseCounts {
  return items.reduce<CaseCounts>((counts, item) => adjusted(counts, item, 1), {});
}

export interface ItemChange {
  readonly before: CaseItem;
  readonly after: CaseItem;
}

export function recount(counts: CaseCounts, changes: readonly ItemChange[]): CaseCounts {
  return changes.reduce((counted, { before, after }) => adjusted(adjusted(counted, before, -1), after, 1), counts);
}

export function totals(counts: CaseCounts): ItemCounts {
  const sums = itemStatuses.map((status) => {
    const sum = Object.values(counts).reduce((total, counted) => total + counted[status], 0);
    return [status, sum] as const;
  });
  return { ...noItems, ...Object.fromEntries(sums) };
}

function adjusted(counts: CaseCounts, { moduleId, status }: Pick<CaseItem, "moduleId" | "status">, by: number) {
  const module = counts[moduleId] ?? noItems;
  return { ...counts, [moduleId]: { ...module, [status]: module[status] + by } };
}
