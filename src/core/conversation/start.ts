import type { TransitionContext } from "./context.ts";
import { type Decision, ignored } from "./decision.ts";
import { startDraft } from "./draft.ts";
import type { ConversationEvent, MessageReceived } from "./event.ts";
import { handle } from "./handle.ts";
import type { Conversation } from "./state.ts";

/** A conversation begins with a customer's message and nothing else. */
export function startConversation(id: string, event: ConversationEvent, context: TransitionContext): Decision {
  if (event.type !== "message-received") return ignored("there is no such conversation");
  const draft = startDraft(blank(id, event, event.at), event);
  const control = { phase: "bot", since: event.at, pendingTurn: null } as const;
  draft.changeControl(control, { code: "started" }, { type: "customer" });
  return handle(draft, control, event, context) ?? draft.finish();
}

function blank(id: string, event: MessageReceived, at: number): Conversation {
  return {
    schemaVersion: 1,
    id,
    customerId: event.customerId,
    route: { channelId: event.channelId },
    locale: event.locale,
    isTest: event.isTest,
    createdAt: at,
    revision: 0,
    epoch: 0,
    turn: 0,
    lastSeq: 0,
    lastRecordSeq: 0,
    lastCustomerAt: at,
    lastCustomerSeq: 0,
    engagement: { number: 1, startedAt: at, firstSeq: 1, lastAgentId: null },
    control: { phase: "bot", since: at, pendingTurn: null },
  };
}
