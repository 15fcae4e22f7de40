import type { CaseItem, ItemResult } from "../../../core/casehandoff/item.ts";
import { type Customer, changedCustomer, readCustomerBody } from "../../../core/customers/customer.ts";
import type { Commit, StoredDocument } from "../../../ports/store.ts";
import { afterChange } from "../../customers/after-change.ts";
import { createListUnlisted } from "../../customers/list-unlisted.ts";
import { lookedAfterBy, ownerEntries } from "../../customers/owner-entries.ts";
import type { Parts } from "../../parts.ts";
import type { Carrying, ItemModule } from "./item-module.ts";
import { readTakers, type Takers } from "./takers.ts";

const pageSize = 200;

/** Customers whose account owner somebody is: what rules send to the owner goes to them. */
export function accountsModule(parts: Parts): ItemModule {
  const { store } = parts;
  const listUnlisted = createListUnlisted(parts);
  return {
    id: "accounts",
    name: "Customers they look after",
    batchSize: 25,
    isOutside: false,
    async list({ id }, cursor, signal) {
      const listed = await listUnlisted(signal);
      if (listed.status === "going-on") {
        const error = `owners of before are being looked up, ${listed.looked} conversations so far.`;
        return { status: "unreachable", error };
      }
      const page = await store.query({ ...lookedAfterBy(id), limit: pageSize, order: "ascending", cursor });
      const item = { kind: "customer", seen: id, units: 0, channelKind: null } as const;
      const items = page.items.map(({ body }) => ({ ...item, reference: readCustomerBody(body).id }));
      return { status: "listed", items, next: page.next };
    },
    async carry(items, carrying) {
      const takers = await readTakers(store, items, carrying);
      const loaded = await store.load(items.map(({ reference }) => ({ kind: "customer", id: reference })));
      const results = new Map<string, ItemResult>();
      const changes: Change[] = [];
      for (const [index, item] of items.entries()) {
        const stored = loaded[index] ?? null;
        const before = stored && readCustomerBody(stored.body);
        const carried = carryOne(before, item, { takers, carrying });
        results.set(item.id, carried.result);
        if (stored && before && carried.after) changes.push({ stored, before, after: carried.after });
      }
      const commit = commitOf(parts, changes);
      return {
        results,
        commit: { ...commit, expects: [...commit.expects, ...takers.expects] },
        settled: () => undefined,
      };
    },
  };
}

interface Change {
  readonly stored: StoredDocument;
  readonly before: Customer;
  readonly after: Customer;
}

interface Carried {
  readonly result: ItemResult;
  readonly after: Customer | null;
}

function carryOne(
  customer: Customer | null,
  item: CaseItem,
  { takers, carrying }: { readonly takers: Takers; readonly carrying: Carrying },
): Carried {
  const { fromId, toId } = item;
  const isOut = carrying.direction === "out";
  const unchanged = (reason: string): Carried => {
    return { result: { status: isOut ? "skipped-changed" : "left-alone", reason }, after: null };
  };
  if (!customer) return unchanged("gone");
  const { accountOwnerId } = customer;
  if (!isOut && accountOwnerId === fromId) return { result: { status: "returned" }, after: null };
  const isAsSeen = accountOwnerId === (isOut ? item.seen : item.left);
  if (!isAsSeen && (isOut || !carrying.isForced)) return unchanged("owner-changed");
  const because = takers.whyNot(item);
  if (because !== null)
    return isOut ? { result: { status: "failed", reason: because }, after: null } : unchanged(because);
  if (!isOut) return { result: { status: "returned" }, after: changedCustomer(customer, { accountOwnerId: fromId }) };
  const placed = { type: "agent", id: toId ?? "" } as const;
  const after = changedCustomer(customer, { accountOwnerId: toId });
  return { result: { status: "moved", placed, left: toId, reason: null }, after };
}

function commitOf(parts: Parts, changes: readonly Change[]) {
  return {
    expects: changes.map(({ stored: { kind, id, version } }) => ({ kind, id, version })),
    puts: changes.map(({ stored: { kind, id }, after }) => ({ kind, id, body: after })),
    index: changes.flatMap(({ before, after }) => ownerEntries(before, after)),
    feed: changes.flatMap(({ stored: { id, version }, after: { accountOwnerId } }) => {
      return afterChange(parts, { id, version, change: { accountOwnerId } }).feed;
    }),
  } satisfies Partial<Commit>;
}
