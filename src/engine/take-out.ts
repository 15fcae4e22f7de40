import { readConversation } from "../core/conversation/upgrade.ts";
import { type Customer, isUnlisted, readCustomerBody } from "../core/customers/customer.ts";
import { readAgent, release } from "../core/people/agent.ts";
import { holdersOf } from "../core/requests/holders.ts";
import type { DocumentKey, StoredDocument } from "../ports/store.ts";
import { ownerEntries } from "./customers/owner-entries.ts";
import { referenceKey } from "./customers/references.ts";
import { emptyCommit } from "./empty-commit.ts";
import { identityKey } from "./inbound.ts";
import type { Parts } from "./parts.ts";
import { surveyKeys } from "./surveys/documents.ts";
import { drainEffect } from "./to-commit.ts";

/**
 * The first half of erasing, in the versions it has read: nothing leads to this customer any more, their conversations
 * can be given to nobody, and whoever held one has room again (I7). What is decided of them at the same moment is
 * refused, and finds nothing. The customer stays until everything else has gone, so that what a process left that died in
 * between is asked for again; whoever has begun anew by then is somebody else. `null`: they are gone.
 */
export async function takeOut(parts: Parts, customerId: string): Promise<TakenOut | null> {
  for (;;) {
    const [stored] = await parts.store.load([{ kind: "customer", id: customerId }]);
    if (!stored) return null;
    const takenOut = await tryTakingOut(parts, stored);
    if (takenOut) return takenOut;
  }
}

export interface TakenOut {
  /** As they were. */
  readonly customer: Customer;
  readonly surveys: readonly DocumentKey[];
}

async function tryTakingOut(parts: Parts, stored: StoredDocument): Promise<TakenOut | null> {
  const { store, clock } = parts;
  const customer = readCustomerBody(stored.body);
  const { reference, ...before } = customer;
  const { identities, conversationIds } = customer;
  const ways = await readThere(
    parts,
    identities.map(({ channelId, address }) => identityKey(channelId, address)),
  );
  const conversations = await readThere(
    parts,
    conversationIds.map((id) => ({ kind: "conversation", id })),
  );
  const surveys = conversations.flatMap(({ body }) => surveyKeys(readConversation(body)));
  const holders = await readHolders(parts, conversations);
  // Not a second time: what leads from there is somebody else's from now on.
  const after: Customer = { ...before, identities: [] };
  const at = clock.now();
  const result = await store.commit({
    ...emptyCommit(at),
    expects: [stored, ...ways, ...conversations, ...holders].map(({ kind, id, version }) => ({ kind, id, version })),
    puts: [
      { kind: "customer", id: customer.id, body: after },
      ...holders.map(({ id, body }) => ({ kind: "agent", id, body: withoutAny(body, conversationIds) })),
    ],
    removes: [
      ...[...ways, ...conversations].map(({ kind, id }) => ({ kind, id })),
      ...surveys,
      ...(reference === undefined ? [] : [referenceKey(reference)]),
    ],
    index: ownerEntries(isUnlisted(stored.body) ? null : customer, after),
    effects: holders.map(({ id, version }) => drainEffect(id, `${id}.${version + 1}`, at)),
  });
  if (result.status !== "committed") return null;
  if (holders.length > 0) parts.wakeAt(at);
  return { customer, surveys };
}

async function readThere({ store }: Parts, keys: readonly DocumentKey[]): Promise<readonly StoredDocument[]> {
  const stored = keys.length === 0 ? [] : await store.load(keys);
  return stored.flatMap((one) => one ?? []);
}

async function readHolders(parts: Parts, conversations: readonly StoredDocument[]) {
  const ids = new Set(conversations.flatMap(({ body }) => [...holdersOf(readConversation(body).control)]));
  return readThere(
    parts,
    [...ids].map((id) => ({ kind: "agent", id })),
  );
}

function withoutAny(body: unknown, conversationIds: readonly string[]) {
  return conversationIds.reduce((agent, id) => release(agent, id), readAgent(body));
}
