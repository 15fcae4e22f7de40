import { isTaken, type Ledger } from "../ledger.ts";
import { outgoingId } from "../observed.ts";
import type { Check } from "./check.ts";

const visiblyNotSent = new Set(["withheld", "failed", "unknown"]);

export const everythingLeft: Check = {
  name: "what should go out arrived, or is shown as not delivered (I10)",
  find({ ledger, observed }) {
    const taken = new Map(ledger.receipts.filter(isTaken).map((receipt) => [receipt.webhookId, receipt]));
    const known = new Map<string, string>();
    const faults = observed.conversations.flatMap((conversation) =>
      conversation.messages.flatMap((message) => {
        const { author, delivery, text } = message;
        if (author === "customer" || author === "note") return [];
        const id = outgoingId(conversation, message);
        known.set(id, text);
        if (delivery === "queued" || delivery === "sending")
          return [`${id} is still ${delivery}, ${tries(ledger, id, conversation.readAt)}`];
        return taken.has(id) || visiblyNotSent.has(delivery) ? [] : [`${id} is ${delivery} and arrived nowhere`];
      }),
    );
    const readAt = new Map(observed.conversations.map((conversation) => [conversation.id, conversation.readAt]));
    for (const [id, { text, at, conversationId }] of taken) {
      const isLater = at >= (readAt.get(conversationId) ?? Number.POSITIVE_INFINITY);
      if (!known.has(id) && !isLater) faults.push(`${id} arrived and is in no conversation`);
      if (known.has(id) && known.get(id) !== text)
        faults.push(`${id} arrived with another text than the conversation shows`);
    }
    return faults;
  },
};

/** Whether it rests between two tries, or nobody tries any more. */
function tries({ receipts }: Ledger, id: string, readAt: number): string {
  const seen = receipts.filter(({ webhookId }) => webhookId === id);
  const last = seen.at(-1);
  return last ? `tried ${seen.length} times, ${readAt - last.at} ms ago the last time` : "never tried";
}
