import type { Alert, Evidence, Handoff, HandoffCause, Resolved, RuleTrail } from "../../core/conversation/state.ts";
import type { ConversationBody } from "../../protocol/conversations.ts";
import { isoTime } from "./time.ts";

type HandoffBody = NonNullable<ConversationBody["handoff"]>;
type AlertBody = NonNullable<ConversationBody["alert"]>;

export function presentHandoff(handoff: Handoff): HandoffBody {
  const { id, openedAt, destination, priority, tasks, preferredAgentId, declinedBy, exhaustedAt } = handoff;
  const { pendingRequest } = handoff;
  return {
    id,
    openedAt: isoTime(openedAt),
    ...presentCause(handoff),
    // Before there were rules, handoffs went to anybody.
    destination: destination.id === "" ? null : presentDestination(destination),
    priority,
    tasks: [...tasks],
    preferredAgentId,
    declinedBy: [...declinedBy],
    exhaustedAt: exhaustedAt === null ? null : isoTime(exhaustedAt),
    pendingRequest: pendingRequest && {
      id: pendingRequest.id,
      kind: pendingRequest.kind,
      agentId: pendingRequest.agentId,
      at: isoTime(pendingRequest.at),
      expiresAt: isoTime(pendingRequest.expiresAt),
    },
  };
}

export function presentAlert({ id, at, cause, destination, fallback, deadlineAt }: Alert): AlertBody {
  return {
    id,
    at: isoTime(at),
    ...presentCause(cause),
    destination: presentDestination(destination),
    fallback: presentDestination(fallback),
    deadlineAt: isoTime(deadlineAt),
  };
}

/** Without the facts: they are for whoever asks how it was decided. */
export function presentDecision({ settingsVersion, ruleId }: RuleTrail): HandoffBody["decision"] {
  return { settingsVersion, ruleId };
}

function presentCause({ reason, evidence, decision }: HandoffCause) {
  return { reason, evidence: evidence.map(presentEvidence), decision: presentDecision(decision) };
}

function presentEvidence({ signal, detail, messageSeq, start, end }: Evidence): HandoffBody["evidence"][number] {
  return { signal, detail, messageSeq, start, end };
}

function presentDestination({ type, id }: Resolved): AlertBody["destination"] {
  return { type, id };
}
