import { tokensIn } from "../tokens.ts";
import type { Check } from "./check.ts";

export const botAnswersOnce: Check = {
  name: "each turn's answer stands at most once, and the bot gave it (I3, I10)",
  find({ ledger, observed }) {
    const asked = new Map(ledger.turns.map(({ turnId, conversationId }) => [turnId, conversationId]));
    const seen = new Set<string>();
    return observed.conversations.flatMap(({ id, messages }) =>
      messages.flatMap(({ author, text, seq }) => {
        if (author !== "bot") return [];
        const [token] = tokensIn(text, "t");
        if (token === undefined || asked.get(token) !== id) return [`bot message ${seq} of ${id} was said by no bot`];
        if (seen.has(token)) return [`the answer of turn ${token} appears twice`];
        seen.add(token);
        return [];
      }),
    );
  },
};
