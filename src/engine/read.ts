import type { Conversation } from "../core/conversation/state.ts";
import { readConversation } from "../core/conversation/upgrade.ts";
import { type Customer, readCustomerBody } from "../core/customers/customer.ts";
import type { Store } from "../ports/store.ts";

export async function readOne(store: Store, conversationId: string): Promise<Conversation | null> {
  const [stored] = await store.load([{ kind: "conversation", id: conversationId }]);
  return stored ? readConversation(stored.body) : null;
}

export async function readCustomer(store: Store, customerId: string): Promise<Customer | null> {
  const [stored] = await store.load([{ kind: "customer", id: customerId }]);
  return stored ? readCustomerBody(stored.body) : null;
}

export async function logEntry(
  store: Store,
  log: "messages" | "records",
  owner: string,
  seq: number,
): Promise<unknown> {
  const page = await store.query({ log, owner, limit: 1, order: "ascending", afterSeq: seq - 1 });
  const item = page.items[0];
  return item && "seq" in item && item.seq === seq ? item.body : null;
}

/** Each once, in one reading. */
export async function readCustomers(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Customer>> {
  const keys = [...new Set(ids)].map((id) => ({ kind: "customer", id }));
  const stored = keys.length === 0 ? [] : await store.load(keys);
  return new Map(stored.flatMap((one) => (one ? [[one.id, readCustomerBody(one.body)] as const] : [])));
}
