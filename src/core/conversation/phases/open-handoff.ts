import type { Moment } from "../../messages/moment.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { Actor } from "../record.ts";
import type { Handoff, HandoffCause } from "../state.ts";
import type { Way } from "../way.ts";
import { hoursStateFor } from "../wording.ts";
import { incidentNotice } from "./introduction.ts";
import { nextWakeUp, planRoute } from "./search-on.ts";

interface NewHandoff {
  readonly cause: HandoffCause;
  readonly way: Way;
  readonly actor: Actor;
  readonly preferredAgentId?: string | null;
}

/**
 * Control passes to the queue: the handoff, its wake-up (I5), the search for a person and the one text the customer
 * gets are one commit, so that nobody is told of something that is not stored (I4).
 */
export function openHandoff(draft: Draft, opened: NewHandoff, context: TransitionContext): void {
  const { cause, way, actor } = opened;
  const { id: conversationId, revision } = draft.conversation;
  const handoffId = `${conversationId}.h${revision}`;
  const wakeUpEffectId = draft.plan(
    { type: "timer", conversationId, timer: { kind: "handoff-wake-up", handoffId, round: 1 } },
    { lane: null, dueAt: nextWakeUp(draft.at, way.destination, context) },
  );
  const handoff: Handoff = {
    ...cause,
    id: handoffId,
    openedAt: draft.at,
    destination: way.destination,
    priority: way.priority,
    tasks: way.tasks,
    preferredAgentId: opened.preferredAgentId ?? way.directAgentId,
    declinedBy: [],
    pendingRequest: null,
    requestCount: 0,
    wakeUpEffectId,
    wakeUpRound: 1,
    toldAt: draft.at,
    hasToldWaiting: false,
    patienceFrom: draft.at,
    exhaustedAt: null,
  };
  draft.changeControl(
    { phase: "queue", since: draft.at, assist: way.assists ? { pendingTurn: null } : null, handoff },
    cause.reason === "reopened"
      ? { code: "reopened", decision: cause.decision }
      : { code: "handoff", handoff: cause.reason, decision: cause.decision },
    actor,
  );
  draft.say(openingMoment(handoff, context, draft.at), { after: [incidentNotice(draft, context)] });
  planRoute(draft, handoffId);
  tellPeople(draft, handoff, way);
}

/** What the customer hears first, and only that: the truth about when somebody will be there. */
function openingMoment({ destination, priority }: Handoff, context: TransitionContext, at: number): Moment {
  const state = hoursStateFor(destination, context, at);
  if (state === "holiday") return "handoff.holiday";
  if (state === "closed") return "handoff.after_hours";
  const limit = context.policy.settings.queues[destination.id]?.limit ?? null;
  const waiting = context.workload.queues[destination.id]?.waiting ?? 0;
  if (destination.type === "queue" && limit !== null && waiting >= limit) return "handoff.queue_full";
  return priority === "urgent" ? "handoff.confirmation.urgent" : "handoff.confirmation";
}

/** Those it goes to, and those the rule names beside them; and the packet they will read. */
function tellPeople(draft: Draft, { id, destination, reason, priority }: Handoff, { notify }: Way): void {
  const conversationId = draft.conversation.id;
  const targets = [{ type: destination.type, id: destination.id }, ...notify];
  const notice = { kind: "handoff-opened", subjectId: id, targets, reason, priority } as const;
  draft.plan({ type: "notify", conversationId, notice }, { lane: null, dueAt: draft.at });
  draft.plan({ type: "packet-build", conversationId, handoffId: id }, { lane: null, dueAt: draft.at });
}
