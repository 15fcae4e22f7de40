import type { Draft } from "../draft.ts";
import type { EventOf } from "../handler.ts";
import type { Message } from "../message.ts";

/** What every phase does with a customer's message first: it is in the conversation, once, in order (I1, I8). */
export function appendIncoming(draft: Draft, event: EventOf<"message-received">): Message {
  draft.set({
    turn: draft.conversation.turn + 1,
    lastCustomerAt: draft.at,
    lastCustomerSeq: draft.conversation.lastSeq + 1,
    locale: event.locale ?? draft.conversation.locale,
  });
  return draft.append({ type: "customer" }, event.content, event.providerId);
}
