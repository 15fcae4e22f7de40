import { type Customer, mostCustomerProperties } from "../../core/customers/customer.ts";
import type { Property } from "../../core/rules/rule.ts";
import type { LookupAnswer } from "../../ports/customer-lookup.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome, Run } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { readOne } from "../read.ts";
import { type CustomerLookUp, customerTell } from "./documents.ts";
import { editCustomer } from "./edit-customer.ts";

/** What was asked so lately is still true. */
const freshMs = 24 * 3_600_000;
const attempts = 2;
const retryAfterMs = 5_000;

/** Asked once when a conversation begins, and again at a handoff when that was long ago. Nothing waits for the answer. */
export function createRunLookUp(parts: Parts) {
  return async (leased: LeasedEffect, effect: CustomerLookUp, { signal }: Run): Promise<Outcome> => {
    const question = await questionOf(parts, leased.id, effect);
    if (!parts.lookup || !question) return { outcome: "done" };
    const answer = await parts.lookup.lookUp(question, signal);
    if (answer.status === "failed") return failed(parts, leased, effect, answer.error);
    const at = parts.clock.now();
    await editCustomer(parts, effect.customerId, (customer) => known(customer, answer, { leased, effect, at }));
    return { outcome: "done" };
  };
}

async function questionOf({ store, clock }: Parts, id: string, { customerId, conversationId, cause }: CustomerLookUp) {
  const conversation = await readOne(store, conversationId);
  const [stored] = await store.load([{ kind: "customer", id: customerId }]);
  if (!conversation || !stored) return null;
  const { lookedUpAt = null, identities } = stored.body as Customer;
  if (cause === "handoff" && lookedUpAt !== null && clock.now() - lookedUpAt < freshMs) return null;
  const { channelId } = conversation.route;
  const identity = identities.find((each) => each.channelId === channelId && each.isVerified);
  return identity ? { id, customerId, conversationId, channelId, address: identity.address } : null;
}

interface Known {
  readonly leased: LeasedEffect;
  readonly effect: CustomerLookUp;
  readonly at: number;
}

function known(customer: Customer, answer: Exclude<LookupAnswer, { status: "failed" }>, { leased, effect, at }: Known) {
  const found = answer.status === "found" ? Object.entries(answer.properties) : [];
  const news = found.filter(([name, value]) => customer.properties[name]?.value !== value);
  const trusted = news.map(([name, value]): [string, Property] => [name, { value, isTrusted: true }]);
  const all = Object.entries({ ...customer.properties, ...Object.fromEntries(trusted) });
  const properties = Object.fromEntries(all.slice(0, mostCustomerProperties));
  const planned = { id: `${leased.id}.tell`, dueAt: at, owner: effect.conversationId };
  return {
    customer: { ...customer, properties, lookedUpAt: at },
    effects: found.length > 0 ? [customerTell(planned, customer.id)] : [],
  };
}

/** The rules do without it; that it failed is in the feed, and in the figures. */
async function failed(
  parts: Parts,
  leased: LeasedEffect,
  { conversationId }: CustomerLookUp,
  error: string,
): Promise<Outcome> {
  parts.metrics.count("baton_lookup_failures_total");
  if (leased.failures + 1 < attempts) return { outcome: "retry", error, retryAfterMs };
  await parts.store.commit({
    ...emptyCommit(parts.clock.now()),
    feed: [{ type: "lookup-failed", conversationId, data: {} }],
  });
  return { outcome: "done" };
}
