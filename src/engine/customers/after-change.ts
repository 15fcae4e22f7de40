import type { CustomerChange } from "../../core/customers/customer.ts";
import type { FeedInput } from "../../ports/store.ts";
import type { Parts } from "../parts.ts";
import { customerTell } from "./documents.ts";

interface Telling {
  readonly id: string;
  readonly version: number;
  readonly change: CustomerChange;
}

/** What follows from a change of what is known: everybody who looks hears of it, and so do the conversations. */
export function afterChange({ clock }: Pick<Parts, "clock">, { id, version, change }: Telling) {
  const entries = Object.entries(change.properties ?? {});
  const feed: readonly FeedInput[] = [{ type: "customer-changed", conversationId: null, data: { customerId: id } }];
  if (entries.length === 0) return { feed };
  const removed = entries.flatMap(([name, value]) => (value === null ? [name] : []));
  const planned = { id: `${id}.${version + 1}.tell`, dueAt: clock.now(), owner: "" };
  return { feed, effects: [customerTell(planned, id, removed)] };
}
