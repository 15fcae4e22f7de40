import type { PostedMessage } from "../ledger.ts";
import { tokensIn } from "../tokens.ts";
import type { Check } from "./check.ts";

export const oneOrder: Check = {
  name: "one order: numbers without gaps, what was acknowledged first is first (I8)",
  find({ ledger, observed }) {
    const posted = new Map(ledger.posted.map((message) => [message.eventId, message]));
    return observed.conversations.flatMap(({ id, messages }) => {
      const gaps = messages.flatMap(({ seq }, index) =>
        seq === index + 1 ? [] : [`${id}: number ${seq} stands at place ${index + 1}`],
      );
      const customers = messages.flatMap(({ author, text }) => (author === "customer" ? tokensIn(text, "c") : []));
      return [...gaps, ...turnedPairs(customers.flatMap((eventId) => posted.get(eventId) ?? []))];
    });
  },
};

/** A message that was acknowledged before another was posted must stand before it. */
function turnedPairs(inOrder: readonly PostedMessage[]): string[] {
  return inOrder.flatMap((later, index) =>
    inOrder
      .slice(0, index)
      .filter(({ firstSentAt }) => later.acknowledgedAt !== null && later.acknowledgedAt < firstSentAt)
      .map((earlier) => `${later.eventId} was acknowledged before ${earlier.eventId} was sent, and stands after it`),
  );
}
