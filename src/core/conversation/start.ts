import type { TransitionContext } from "./context.ts";
import { type Decision, ignored } from "./decision.ts";
import { startDraft } from "./draft.ts";
import { newBotControl, newEngagement } from "./engagement.ts";
import type { ConversationEvent, MessageReceived } from "./event.ts";
import { handle } from "./handle.ts";
import { keepServiceLevel } from "./service-level.ts";
import type { Conversation } from "./state.ts";

/** A conversation begins with a customer's message and nothing else. */
export function startConversation(id: string, event: ConversationEvent, context: TransitionContext): Decision {
  if (event.type !== "message-received") return ignored("there is no such conversation");
  const nothing = blank(id, event, event.at);
  const draft = startDraft(nothing, event, context);
  const control = newBotControl(event.at);
  draft.changeControl(control, { code: "started" }, { type: "customer" });
  const stop = handle(draft, control, event, context);
  if (stop) return stop;
  keepServiceLevel(draft, nothing, event, context);
  return draft.finish();
}

function blank(id: string, event: MessageReceived, at: number): Conversation {
  return {
    schemaVersion: 4,
    id,
    customerId: event.customerId,
    route: { channelId: event.channelId },
    locale: event.locale,
    localeSource: event.locale === null ? null : "channel",
    tags: [],
    properties: {},
    isTest: event.isTest,
    draftId: event.draftId,
    createdAt: at,
    revision: 0,
    epoch: 0,
    turn: 0,
    lastSeq: 0,
    lastRecordSeq: 0,
    lastCustomerAt: at,
    lastCustomerSeq: 0,
    engagement: newEngagement(1, at, 1),
    restraint: null,
    lastWait: null,
    control: newBotControl(at),
  };
}
