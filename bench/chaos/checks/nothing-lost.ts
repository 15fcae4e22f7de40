import { tokensIn } from "../tokens.ts";
import type { Check } from "./check.ts";

export const nothingLost: Check = {
  name: "what was acknowledged is in its conversation (I1)",
  find({ ledger, observed }) {
    const found = new Map<string, { id: string; address: string }>();
    for (const { id, address, messages } of observed.conversations) {
      for (const { author, text } of messages) {
        if (author === "customer") for (const token of tokensIn(text, "c")) found.set(token, { id, address });
      }
    }
    return ledger.posted.flatMap(({ eventId, address, acknowledgedAt, conversationIds }) => {
      if (acknowledgedAt === null) return [];
      const where = found.get(eventId);
      if (where === undefined) return [`${eventId} was answered 2xx and is in no conversation`];
      if (where.address !== address) return [`${eventId} of ${address} is in the conversation of ${where.address}`];
      const told = [...conversationIds].filter((id) => id !== where.id);
      return told.map((id) => `${eventId} was said to be in ${id} and is in ${where.id}`);
    });
  },
};
