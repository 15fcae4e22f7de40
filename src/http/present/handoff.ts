import type { HandoffCourse } from "../../core/conversation/handoff-course.ts";
import type { Alert, Evidence, Handoff, HandoffCause, Resolved, RuleTrail } from "../../core/conversation/state.ts";
import { type Ask, requestIdOf } from "../../core/requests/ask.ts";
import type { ConversationBody } from "../../protocol/conversations.ts";
import { isoTime } from "./time.ts";

type HandoffBody = NonNullable<ConversationBody["handoff"]>;
type AlertBody = NonNullable<ConversationBody["alert"]>;

export function presentHandoff(handoff: Handoff, conversationId: string): HandoffBody {
  const { id, openedAt, destination, priority, tasks, preferredAgentId, declinedBy, exhaustedAt } = handoff;
  const pending = handoff.ask ? presentAsk(handoff.ask, conversationId) : [];
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
    pendingRequest: pending[0] ?? null,
    pendingRequests: pending,
    enteredQueueAt: isoTime(handoff.enteredQueueAt),
    waits: handoff.waits,
    course: presentCourse(handoff.course),
  };
}

export function presentAsk(
  { kind, at, expiresAt, requestedBy, pending }: Ask,
  conversationId: string,
): HandoffBody["pendingRequests"] {
  return pending.map(({ agentId, recordSeq }) => ({
    id: requestIdOf(conversationId, recordSeq),
    kind,
    agentId,
    requestedBy: requestedBy.type === "agent" ? requestedBy.agentId : null,
    at: isoTime(at),
    expiresAt: isoTime(expiresAt),
  }));
}

function presentCourse(course: HandoffCourse): HandoffBody["course"] {
  const time = (at: number | null) => (at === null ? null : isoTime(at));
  const { takenAt, answeredAt, asked, rejected, timedOut, ringMs, holders, reassigned, returned } = course;
  const { openedIn, wrapUp } = course;
  const counts = { asked, rejected, timedOut, ringMs, reassigned, returned };
  return {
    ...{ takenAt: time(takenAt), answeredAt: time(answeredAt) },
    ...{ ...counts, holders: [...holders], openedIn, wrapUp },
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
