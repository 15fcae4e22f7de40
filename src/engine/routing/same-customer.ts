import type { Conversation } from "../../core/conversation/state.ts";
import { readConversation } from "../../core/conversation/upgrade.ts";
import { type Customer, readCustomerBody } from "../../core/customers/customer.ts";
import type { Agent } from "../../core/people/agent.ts";
import { rankOf } from "../../core/routing/rank.ts";
import type { DocumentKey, Store } from "../../ports/store.ts";
import { isVerifiedOn, mostConversations, queuedOf, type Waiting } from "./read-route-input.ts";

/** Of very many that somebody has, those they were given last. */
const mostHeld = 100;

/**
 * Who waits in any queue while this person is in the middle of it with the same customer on another channel, both
 * verified: theirs without a second ring, also when they had no room for it at first, and when it rings for others.
 */
export async function waitingSameCustomers(store: Store, agent: Agent): Promise<readonly Waiting[]> {
  const held = await loadHeld(store, agent);
  const customerIds = [...new Set(held.map(({ customerId }) => customerId))];
  const customers = (await loadAll(store, "customer", customerIds)).map(readCustomerBody);
  const heldIds = new Set(Object.keys(agent.holds));
  const found = await Promise.all(customers.map((customer) => othersOf(store, customer, { held, heldIds })));
  return found.flat().toSorted((one, other) => rankOf(one.handoff) - rankOf(other.handoff));
}

async function loadHeld(store: Store, { id: agentId, holds }: Agent): Promise<readonly Conversation[]> {
  const ids = Object.entries(holds)
    .filter(([, { as }]) => as !== "offered")
    .toSorted(([, one], [, other]) => other.at - one.at)
    .slice(0, mostHeld)
    .map(([id]) => id);
  return (await loadAll(store, "conversation", ids))
    .map(readConversation)
    .filter(({ control }) => control.phase === "human" && control.agentId === agentId);
}

interface Engaged {
  readonly held: readonly Conversation[];
  readonly heldIds: ReadonlySet<string>;
}

async function othersOf(store: Store, customer: Customer, { held, heldIds }: Engaged): Promise<readonly Waiting[]> {
  const theirs = held.filter((one) => one.customerId === customer.id && isVerifiedOn(customer, one));
  const otherIds = customer.conversationIds.filter((id) => !heldIds.has(id)).slice(-mostConversations);
  if (theirs.length === 0 || otherIds.length === 0) return [];
  return (await loadAll(store, "conversation", otherIds)).flatMap((body) => {
    const waiting = queuedOf(readConversation(body));
    if (!waiting || !isVerifiedOn(customer, waiting.conversation)) return [];
    return theirs.some(({ isTest }) => isTest === waiting.conversation.isTest) ? [waiting] : [];
  });
}

async function loadAll(store: Store, kind: DocumentKey["kind"], ids: readonly string[]): Promise<readonly unknown[]> {
  const stored = ids.length === 0 ? [] : await store.load(ids.map((id) => ({ kind, id })));
  return stored.flatMap((document) => (document ? [document.body] : []));
}
