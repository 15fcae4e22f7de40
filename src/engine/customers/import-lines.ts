import { type CustomerChange, changedCustomer, type IdentityLink } from "../../core/customers/customer.ts";
import type { CustomerLine, KnownCustomer } from "../../core/customers/read-lines.ts";
import { readAgent } from "../../core/people/agent.ts";
import type { Property } from "../../core/rules/rule.ts";
import { isSameValue } from "../../core/settings/same-value.ts";
import { identityKey } from "../inbound.ts";
import { othersFirst } from "../others-first.ts";
import type { Parts } from "../parts.ts";
import { afterChange } from "./after-change.ts";
import { editCustomer } from "./edit-customer.ts";
import { createTurns } from "./import-turns.ts";
import { learnReference } from "./references.ts";
import { reserve } from "./reserve.ts";

export type ImportedLine =
  | { readonly line: number; readonly status: "created" | "changed" | "unchanged"; readonly customerId: string }
  | { readonly line: number; readonly status: "refused"; readonly message: string };

/** So many at once share a transaction of the store. */
const atOnce = 16;
/** Every so many lines others get their turn: lines that change nothing wait for nothing by themselves. */
const othersEvery = 8;

/** Each line by itself, in any order: one that is refused stops no other, and a file imported again changes nothing. */
export async function importLines(parts: Parts, lines: readonly CustomerLine[]): Promise<readonly ImportedLine[]> {
  const owners = await knownOwners(parts, lines);
  const imported: ImportedLine[] = [];
  let next = 0;
  const inTurn = createTurns();
  const worker = async () => {
    for (let index = next++; index < lines.length; index = next++) {
      const line = lines[index];
      if (!line) return;
      const accepted = accept(parts, line, owners);
      imported[index] =
        accepted.status === "read"
          ? await inTurn(accepted.customer, () => write(parts, line.line, accepted.customer))
          : accepted;
      if (index % othersEvery === 0) await othersFirst();
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

/** Whether the line can be imported at all, before anything waits for it. */
function accept(parts: Parts, line: CustomerLine, owners: ReadonlySet<string>): CustomerLine {
  if (line.status === "refused") return line;
  const { channelId, accountOwnerId } = line.customer;
  const refused = (message: string): CustomerLine => ({ line: line.line, status: "refused", message });
  if (!parts.channels.has(channelId)) return refused("channel names none that is configured.");
  if (accountOwnerId !== null && !owners.has(accountOwnerId)) return refused("owner names no agent who works here.");
  return line;
}

async function write(parts: Parts, line: number, customer: KnownCustomer): Promise<ImportedLine> {
  const { channelId, address, reference } = customer;
  const identity = identityKey(channelId, address);
  const wanted = changeOf(customer);
  for (;;) {
    const [stored] = await parts.store.load([identity]);
    if (stored) {
      const link = stored.body as IdentityLink;
      if (reference !== null && reference !== link.reference) await learnReference(parts, identity, reference);
      return change(parts, line, link.customerId, wanted);
    }
    const reserved = await reserve(parts, { channelId, address, reference, change: wanted });
    if (!reserved) continue;
    const { status, customerId } = reserved;
    return { line, status: status === "created" ? "created" : "changed", customerId };
  }
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
