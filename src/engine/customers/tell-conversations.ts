import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { Parts } from "../parts.ts";
import { readCustomer } from "../read.ts";
import type { CustomerTell } from "./documents.ts";

/** The latest ones; what is older is over. */
const mostTold = 20;

/** What is known now, not what was when it was planned: told twice or late, the conversations end up the same. */
export function createTellConversations(parts: Parts, handle: HandleEvent) {
  return async (leased: LeasedEffect, { customerId, removed }: CustomerTell): Promise<Outcome> => {
    const customer = await readCustomer(parts.store, customerId);
    if (!customer) return { outcome: "done" };
    const gone = removed.filter((name) => !(name in customer.properties)).map((name) => [name, null] as const);
    const properties = { ...customer.properties, ...Object.fromEntries(gone) };
    for (const id of customer.conversationIds.slice(-mostTold)) {
      const event = { type: "details-changed", addTags: [], removeTags: [], properties } as const;
      await handle(id, { ...event, id: `${leased.id}:${id}`, at: parts.clock.now() });
    }
    return { outcome: "done" };
  };
}
