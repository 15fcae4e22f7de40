import type { ConversationEvent } from "./event.ts";
import type { Conversation } from "./state.ts";

/** The agents whose documents a decision reads or changes; none for what customers, bots and channels do. */
export function involvedAgents(conversation: Conversation | null, event: ConversationEvent): readonly string[] {
  const control = conversation?.control;
  const asked = control?.phase === "queue" ? control.handoff.pendingRequest?.agentId : undefined;
  const holder = control?.phase === "human" ? control.agentId : undefined;
  const named = (id: string | null | undefined) => (id === null || id === undefined ? [] : [id]);
  switch (event.type) {
    case "route-settled":
    case "conversation-claimed":
    case "request-accepted":
    case "request-rejected":
      return unique([...named(event.agentId), ...named(asked), ...named(holder)]);
    case "conversation-handed-back":
    case "conversation-closed":
      return unique([...named(holder), ...named(asked)]);
    case "timer-fired":
    case "conversation-flagged":
      return [...named(asked), ...named(holder)];
    default:
      return [];
  }
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
