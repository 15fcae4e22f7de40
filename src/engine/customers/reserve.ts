import {
  type Customer,
  type CustomerChange,
  changedCustomer,
  type IdentityLink,
} from "../../core/customers/customer.ts";
import { emptyCommit } from "../empty-commit.ts";
import { identityKey } from "../inbound.ts";
import type { Parts } from "../parts.ts";
import { afterChange } from "./after-change.ts";
import { ownerEntries } from "./owner-entries.ts";
import { joined, type ReadReference, readReference } from "./references.ts";

interface Reserving {
  readonly channelId: string;
  readonly address: string;
  readonly reference: string | null;
  readonly change: CustomerChange;
}

export interface Reserved {
  /** `joined`: one more address of a customer there is already. */
  readonly status: "created" | "joined";
  readonly customerId: string;
}

/** Known before they write; the conversation begins with their first message. `null`: something changed meanwhile. */
export async function reserve(parts: Parts, given: Reserving): Promise<Reserved | null> {
  const { channelId, reference } = given;
  if (reference === null) return create(parts, given, null);
  const read = await readReference(parts, reference, { channelId, isTest: parts.testChannelIds.has(channelId) });
  if (read.status === "known") return join(parts, given, read);
  return create(parts, given, read.status === "free" ? read.write : null);
}

async function create(
  { store, clock, ids, testChannelIds }: Parts,
  { channelId, address, reference, change }: Reserving,
  claimReference: Extract<ReadReference, { status: "free" }>["write"] | null,
): Promise<Reserved | null> {
  const said = reference === null ? {} : { reference };
  const link: IdentityLink = {
    customerId: ids.next("cus"),
    conversationId: ids.next("con"),
    isReserved: true,
    ...said,
  };
  const at = clock.now();
  const empty: Customer = {
    schemaVersion: 3,
    ...{ id: link.customerId, name: null, locale: null, accountOwnerId: null, properties: {}, lookedUpAt: null },
    ...(claimReference ? said : {}),
    identities: [{ channelId, address, isVerified: true }],
    conversationIds: [link.conversationId],
    createdAt: at,
    isTest: testChannelIds.has(channelId),
  };
  const customer = changedCustomer(empty, change);
  const writes = [
    { ...identityKey(channelId, address), version: 0, body: link },
    { kind: "customer", id: link.customerId, version: 0, body: customer },
    ...(claimReference ? [claimReference(link.customerId)] : []),
  ];
  const result = await store.commit({
    ...emptyCommit(at),
    expects: writes.map(({ kind, id, version }) => ({ kind, id, version })),
    puts: writes.map(({ kind, id, body }) => ({ kind, id, body })),
    index: ownerEntries(null, customer),
    feed: [{ type: "customer-changed", conversationId: null, data: { customerId: link.customerId } }],
  });
  return result.status === "committed" ? { status: "created", customerId: link.customerId } : null;
}

async function join(
  parts: Parts,
  { channelId, address, reference, change }: Reserving,
  { customer: before, version }: Extract<ReadReference, { status: "known" }>,
): Promise<Reserved | null> {
  const identity = identityKey(channelId, address);
  const key = { kind: "customer", id: before.id };
  const conversationId = parts.ids.next("con");
  const said = reference === null ? {} : { reference };
  const link: IdentityLink = { customerId: before.id, conversationId, isReserved: true, ...said };
  const customer = changedCustomer(joined(before, channelId, address, conversationId), change);
  const result = await parts.store.commit({
    ...emptyCommit(parts.clock.now()),
    expects: [
      { ...identity, version: 0 },
      { ...key, version },
    ],
    puts: [
      { ...identity, body: link },
      { ...key, body: customer },
    ],
    index: ownerEntries(before, customer),
    ...afterChange(parts, { id: before.id, version, change }),
  });
  return result.status === "committed" ? { status: "joined", customerId: before.id } : null;
}
