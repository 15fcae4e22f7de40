import type { Customer } from "../../core/customers/customer.ts";
import type { IndexChange } from "../../ports/store.ts";

/** Customers by whoever looks after them, so that what somebody has is found without looking through everybody. */
export const lookedAfterBy = (agentId: string) => ({ view: "customers-by-owner", key: agentId }) as const;

/** Of every commit that writes a customer: the list is right at once. `before: null`: they stand in none yet. */
export function ownerEntries(before: Customer | null, after: Customer): readonly IndexChange[] {
  const { id, createdAt: sort, accountOwnerId: has } = after;
  const had = before?.accountOwnerId ?? null;
  if (had === has) return [];
  const entry = { kind: "customer", id } as const;
  if (has !== null) return [{ change: "put", ...lookedAfterBy(has), ...entry, sort, previousKey: had }];
  return had === null ? [] : [{ change: "remove", ...lookedAfterBy(had), ...entry }];
}
