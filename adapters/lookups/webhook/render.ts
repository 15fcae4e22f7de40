import type { LookupQuestion } from "../../../src/ports/customer-lookup.ts";

/** Who it is, and nothing of what they wrote. Depends on the question alone: every repetition has the same bytes. */
export function renderQuestion({ customerId, conversationId, channelId, address }: LookupQuestion): Uint8Array {
  const body = { type: "customer-lookup", data: { customerId, conversationId, channelId, address } };
  return new TextEncoder().encode(JSON.stringify(body));
}
