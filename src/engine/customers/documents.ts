import type { NewEffect } from "../../ports/store.ts";

/** What is known of a customer has changed: their conversations hear of it. */
export interface CustomerTell {
  readonly type: "customer-tell";
  readonly customerId: string;
  /** Names of properties that are gone. */
  readonly removed: readonly string[];
}

/** Asks the company's own system about a customer. */
export interface CustomerLookUp {
  readonly type: "customer-lookup";
  readonly customerId: string;
  readonly conversationId: string;
  readonly cause: "start" | "handoff";
}

export type CustomerEffect = CustomerTell | CustomerLookUp;

interface Planned {
  readonly id: string;
  readonly dueAt: number;
  /** The conversation it belongs to, so that erasing reaches it; empty: none. */
  readonly owner: string;
}

export function customerTell(planned: Planned, customerId: string, removed: readonly string[] = []): NewEffect {
  const body: CustomerTell = { type: "customer-tell", customerId, removed };
  return { ...planned, lane: `customer:${customerId}`, pool: "timer", body, whenLeased: [] };
}

export function customerLookUp(planned: Planned, body: CustomerLookUp): NewEffect {
  return { ...planned, lane: null, pool: "lookup", body, whenLeased: [] };
}
