import { type Customer, type IdentityLink, readCustomerBody } from "../../core/customers/customer.ts";
import type { DocumentKey } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { listUnderOwner } from "./edit-customer.ts";

/**
 * The company's own id of a customer leads to them from every channel: whoever writes on a second one is one customer, so
 * that both conversations go to one person. Only what the company vouches for comes here.
 */
export function referenceKey(reference: string): DocumentKey {
  return { kind: "customer-reference", id: reference };
}

interface Written {
  readonly channelId: string;
  readonly isTest: boolean;
}

interface VersionedWrite extends DocumentKey {
  readonly body: unknown;
  readonly version: number;
}

export type ReadReference =
  | { readonly status: "known"; readonly customer: Customer; readonly version: number }
  /** Nobody is known by it: the write makes it the new customer's. */
  | { readonly status: "free"; readonly write: (customerId: string) => VersionedWrite }
  | { readonly status: "taken" };

/**
 * Two addresses on one channel stay two customers, because an answer has to find its way back to the one it is for; so
 * do a test and somebody real (I16).
 */
export async function readReference(
  parts: Pick<Parts, "store" | "clock">,
  reference: string,
  { channelId, isTest }: Written,
): Promise<ReadReference> {
  const key = referenceKey(reference);
  const [stored] = await parts.store.load([key]);
  const customerId = stored ? customerOf(stored.body) : null;
  const found = customerId === null ? null : await readListed(parts, customerId);
  if (!found) {
    const version = stored?.version ?? 0;
    return { status: "free", write: (id) => ({ ...key, version, body: { customerId: id } }) };
  }
  const isHere = found.customer.identities.some((identity) => identity.channelId === channelId);
  return isHere || found.customer.isTest !== isTest ? { status: "taken" } : { status: "known", ...found };
}

/** With one more address and the conversation that it leads to. */
export function joined(customer: Customer, channelId: string, address: string, conversationId: string): Customer {
  return {
    ...customer,
    identities: [...customer.identities, { channelId, address, isVerified: true }],
    conversationIds: [...customer.conversationIds, conversationId],
  };
}

/**
 * Somebody who has written before is known by it from now on, unless somebody else is. The way to their conversation
 * remembers it, so that it is looked at once.
 */
export async function learnReference(
  { store, clock }: Pick<Parts, "store" | "clock">,
  identity: DocumentKey,
  reference: string,
): Promise<void> {
  const key = referenceKey(reference);
  for (;;) {
    const [link, known] = await store.load([identity, key]);
    if (!link) return;
    const before = link.body as IdentityLink;
    const { customerId } = before;
    if (before.reference === reference) return;
    const found = await readListed({ store, clock }, customerId);
    if (!found) return;
    const { customer, version } = found;
    const learns = !known && customer.reference === undefined;
    const result = await store.commit({
      ...emptyCommit(clock.now()),
      expects: [
        { ...identity, version: link.version },
        { ...key, version: known?.version ?? 0 },
        { kind: "customer", id: customerId, version },
      ],
      puts: [
        { ...identity, body: { ...before, reference } },
        ...(learns ? [{ kind: "customer", id: customerId, body: { ...customer, reference } }] : []),
        ...(learns ? [{ ...key, body: { customerId } }] : []),
      ],
      feed: learns ? [{ type: "customer-changed", conversationId: null, data: { customerId } }] : [],
    });
    if (result.status === "committed") return;
  }
}

function customerOf(body: unknown): string {
  return (body as { readonly customerId: string }).customerId;
}

/** One of before is listed under its owner first: whoever writes them here leaves the lists as they are. */
export async function readListed({ store, clock }: Pick<Parts, "store" | "clock">, id: string) {
  if (!(await listUnderOwner({ store, clock }, id))) return null;
  const [stored] = await store.load([{ kind: "customer", id }]);
  return stored ? { customer: readCustomerBody(stored.body), version: stored.version } : null;
}
