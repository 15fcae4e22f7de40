import { mostReadAtOnce } from "../requests/ask.ts";
import { pendingAsks } from "../requests/pending-asks.ts";
import type { ConversationEvent } from "./event.ts";
import type { Conversation } from "./state.ts";
import { waitChoiceIn } from "./wait-choice.ts";

/** The agents whose documents a decision reads or changes; none for what most customers, bots and channels do. */
export function involvedAgents(conversation: Conversation | null, event: ConversationEvent): readonly string[] {
  const control = conversation?.control;
  const pending = control ? pendingAsks(control).flatMap((ask) => ask.pending) : [];
  const asked = pending.length > mostReadAtOnce ? [] : pending.map(({ agentId }) => agentId);
  const holder = control?.phase === "human" ? [control.agentId] : [];
  return [...new Set([...named(event), ...(touchesPeople(conversation, event) ? [...asked, ...holder] : [])])];
}

function named(event: ConversationEvent): readonly string[] {
  switch (event.type) {
    case "route-settled": {
      const { outcome } = event.decision;
      if (outcome.type === "ask") return outcome.agentIds;
      return outcome.type === "give" ? [outcome.agentId] : [];
    }
    case "conversation-claimed":
    case "request-accepted":
    case "request-rejected":
    case "wrap-up-noted":
    case "owner-changed":
      return [event.agentId];
    case "request-withdrawn":
    case "conversation-closed":
      return event.agentId === null ? [] : [event.agentId];
    case "conversation-assigned":
    case "request-made":
    case "discussion-ended":
      return event.byAgentId === null ? [event.agentId] : [event.agentId, event.byAgentId];
    case "conversation-unassigned": {
      const to = event.destination?.type === "agent" ? [event.destination.id] : [];
      return event.byAgentId === null ? to : [...to, event.byAgentId];
    }
    default:
      return [];
  }
}

/** Whether those who have it, or are asked, may gain or lose a place by it. */
function touchesPeople(conversation: Conversation | null, event: ConversationEvent): boolean {
  // What was promised about answers may take it from whoever has it.
  const slaDueAt = conversation?.engagement.sla?.dueAt ?? null;
  if (slaDueAt !== null && slaDueAt <= event.at) return true;
  switch (event.type) {
    case "message-received": {
      const control = conversation?.control;
      // Whoever rings is let go when the customer does not want anybody any more.
      if (control?.phase === "queue")
        return control.handoff.ask !== null && waitChoiceIn(event.content, control) !== null;
      if (control?.phase !== "human") return false;
      // While they wait for an answer, a promise that was published since may be the one that is late.
      return slaDueAt !== null || control.isIdle || control.ownerGone !== null || control.snooze !== null;
    }
    case "route-settled":
    case "conversation-claimed":
    case "request-made":
    case "request-accepted":
    case "request-rejected":
    case "request-withdrawn":
    case "discussion-ended":
    case "conversation-assigned":
    case "conversation-unassigned":
    case "conversation-snoozed":
    case "owner-changed":
    case "wait-chosen":
    case "conversation-handed-back":
    case "conversation-closed":
    case "timer-fired":
    case "conversation-flagged":
      return true;
    default:
      return false;
  }
}
