import type { TransitionContext } from "./context.ts";
import type { Decision } from "./decision.ts";
import { startDraft } from "./draft.ts";
import type { ConversationEvent } from "./event.ts";
import { handle } from "./handle.ts";
import { keepServiceLevel, serviceLevelTimer } from "./service-level.ts";
import { startConversation } from "./start.ts";
import type { Conversation } from "./state.ts";

/**
 * The whole behaviour of a conversation: total over phases and events, pure, without a clock or ids of its own.
 * The same input gives the same decision, effects and ids included.
 */
export function transition(
  conversation: Conversation | null,
  event: ConversationEvent,
  context: TransitionContext,
  conversationId: string,
): Decision {
  if (conversation === null) return startConversation(conversationId, event, context);
  const draft = startDraft(conversation, event, context);
  const isDeadline = event.type === "timer-fired" && event.timer.kind === "sla";
  const stop = isDeadline ? serviceLevelTimer(draft, event) : handle(draft, conversation.control, event, context);
  if (stop) return stop;
  keepServiceLevel(draft, conversation, event, context);
  return draft.finish();
}
