import {
  type Customer,
  type CustomerChange,
  changedCustomer,
  type IdentityLink,
} from "../../core/customers/customer.ts";
import type { CustomerLine, KnownCustomer } from "../../core/customers/read-lines.ts";
import { readAgent } from "../../core/people/agent.ts";
import type { Property } from "../../core/rules/rule.ts";
import { isSameValue } from "../../core/settings/same-value.ts";
import { emptyCommit } from "../empty-commit.ts";
import { identityKey } from "../inbound.ts";
import type { Parts } from "../parts.ts";
import { afterChange } from "./after-change.ts";
import { editCustomer } from "./edit-customer.ts";

export type ImportedLine =
  | { readonly line: number; readonly status: "created" | "changed" | "unchanged"; readonly customerId: string }
  | { readonly line: number; readonly status: "refused"; readonly message: string };

/** So many at once share a transaction of the store. */
const atOnce = 16;

/** Each line by itself, in any order: one that is refused stops no other, and a file imported again changes nothing. */
export async function importLines(parts: Parts, lines: readonly CustomerLine[]): Promise<readonly ImportedLine[]> {
  const owners = await knownOwners(parts, lines);
  const imported: ImportedLine[] = [];
  let next = 0;
  // The same customer twice in a file is one after the other, as the file has it.
  const turns = new Map<string, Promise<ImportedLine>>();
  const worker = async () => {
    for (let index = next++; index < lines.length; index = next++) {
      const line = lines[index];
      if (!line) return;
      const key = line.status === "read" ? `${line.customer.channelId}:${line.customer.address}` : `${index}`;
      const before = turns.get(key);
      const turn = (before ?? Promise.resolve()).then(() => importLine(parts, line, owners));
      turns.set(key, turn);
      imported[index] = await turn;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return imported;
}

/** Agents that are named and have not left. */
async function knownOwners({ store }: Parts, lines: readonly CustomerLine[]): Promise<ReadonlySet<string>> {
  const named = lines.flatMap((line) => (line.status === "read" ? (line.customer.accountOwnerId ?? []) : []));
  const ids = [...new Set(named)];
  const found = ids.length === 0 ? [] : await store.load(ids.map((id) => ({ kind: "agent", id })));
  return new Set(found.flatMap((stored) => (stored && readAgent(stored.body).leftAt === null ? [stored.id] : [])));
}

async function importLine(parts: Parts, line: CustomerLine, owners: ReadonlySet<string>): Promise<ImportedLine> {
  if (line.status === "refused") return line;
  const { customer } = line;
  const refused = (message: string): ImportedLine => ({ line: line.line, status: "refused", message });
  if (!parts.channels.has(customer.channelId)) return refused("channel names none that is configured.");
  const { accountOwnerId } = customer;
  if (accountOwnerId !== null && !owners.has(accountOwnerId)) return refused("owner names no agent who works here.");
  const identity = identityKey(customer.channelId, customer.address);
  const [stored] = await parts.store.load([identity]);
  const link = stored ? (stored.body as IdentityLink) : await create(parts, customer);
  if (!stored && link) return { line: line.line, status: "created", customerId: link.customerId };
  const known = link ?? ((await parts.store.load([identity]))[0]?.body as IdentityLink | undefined);
  return known ? change(parts, line.line, known.customerId, changeOf(customer)) : refused("it was erased meanwhile.");
}

/** What the file does not say stays as it is. */
function changeOf({ name, locale, accountOwnerId, properties }: KnownCustomer): CustomerChange {
  const trusted = Object.entries(properties).map(([key, value]): [string, Property] => [
    key,
    { value, isTrusted: true },
  ]);
  return {
    ...(name === null ? {} : { name }),
    ...(locale === null ? {} : { locale }),
    ...(accountOwnerId === null ? {} : { accountOwnerId }),
    ...(trusted.length === 0 ? {} : { properties: Object.fromEntries(trusted) }),
  };
}

async function change(parts: Parts, line: number, customerId: string, wanted: CustomerChange): Promise<ImportedLine> {
  let isChanged = false;
  const changed = await editCustomer(parts, customerId, (customer, version) => {
    const next = changedCustomer(customer, wanted);
    isChanged = !isSameValue(next, customer);
    return isChanged ? { customer: next, ...afterChange(parts, { id: customerId, version, change: wanted }) } : null;
  });
  if (!changed) return { line, status: "refused", message: "it was erased meanwhile." };
  return { line, status: isChanged ? "changed" : "unchanged", customerId };
}

/** Known before they write; the conversation begins with their first message. `null`: somebody was faster. */
async function create(
  { store, clock, ids, testChannelIds }: Parts,
  given: KnownCustomer,
): Promise<IdentityLink | null> {
  const { channelId, address } = given;
  const link: IdentityLink = { customerId: ids.next("cus"), conversationId: ids.next("con"), isReserved: true };
  const at = clock.now();
  const empty: Customer = {
    schemaVersion: 2,
    ...{ id: link.customerId, name: null, locale: null, accountOwnerId: null, properties: {}, lookedUpAt: null },
    identities: [{ channelId, address, isVerified: true }],
    conversationIds: [link.conversationId],
    createdAt: at,
    isTest: testChannelIds.has(channelId),
  };
  const identity = identityKey(channelId, address);
  const key = { kind: "customer", id: link.customerId };
  const result = await store.commit({
    ...emptyCommit(at),
    expects: [
      { ...identity, version: 0 },
      { ...key, version: 0 },
    ],
    puts: [
      { ...identity, body: link },
      { ...key, body: changedCustomer(empty, changeOf(given)) },
    ],
    feed: [{ type: "customer-changed", conversationId: null, data: { customerId: link.customerId } }],
  });
  return result.status === "committed" ? link : null;
}
