import type { Moment } from "../../messages/moment.ts";
import type { Priority } from "../../rules/rule.ts";
import type { TransitionContext } from "../context.ts";
import { newCourse } from "../course.ts";
import type { Draft } from "../draft.ts";
import type { Actor, ControlReason } from "../record.ts";
import type { Handoff, HandoffCause, Resolved } from "../state.ts";
import type { Way } from "../way.ts";
import { hoursStateFor, opensAt } from "../wording.ts";
import { closedMoment, overnightOf } from "./closing.ts";
import { offersCall, promiseInstead } from "./instead-of-waiting.ts";
import { incidentNotice } from "./introduction.ts";
import { overflowBefore } from "./overflow.ts";
import { patienceOfWait } from "./patience.ts";
import { promiseAtOpening } from "./promise-tasks.ts";
import { nextWakeUp, planRoute } from "./search-on.ts";
import { waysToWait } from "./wait-chosen.ts";

interface NewHandoff {
  readonly cause: HandoffCause;
  readonly way: Way;
  readonly actor: Actor;
  readonly preferredAgentId?: string | null;
  /** Who had it and is to have it no more: not asked again, unless it is meant for them (I6). */
  readonly takenFrom?: string | null;
}

/**
 * Control passes to the queue: the handoff, its wake-up (I5), the search for a person and the one text the customer
 * gets are one commit, so that nobody is told of something that is not stored (I4).
 */
export function openHandoff(draft: Draft, opened: NewHandoff, context: TransitionContext): void {
  const { cause, way, actor, takenFrom = null } = opened;
  const handoff: Handoff = {
    ...newHandoff(draft, { cause, destination: way.destination }, context),
    priority: way.priority,
    tasks: way.tasks,
    preferredAgentId: opened.preferredAgentId ?? way.directAgentId,
    declinedBy: takenFrom === null || takenFrom === way.destination.id ? [] : [takenFrom],
  };
  const reason: ControlReason =
    cause.reason === "reopened"
      ? { code: "reopened", decision: cause.decision }
      : { code: "handoff", handoff: cause.reason, decision: cause.decision };
  const told = (waiting: Handoff) => tellOpening(draft, waiting, context);
  const waiting = waitFor(draft, handoff, { reason, actor, assists: way.assists, told }, context);
  tellPeople(draft, waiting, way);
  promiseAtOpening(draft, waiting, openingPromise(waiting, context, draft.at), context);
}

/** A handoff as it begins, before anybody has been asked. Its engagement counts it. */
export function newHandoff(
  draft: Draft,
  { cause, destination }: { readonly cause: HandoffCause; readonly destination: Resolved },
  context: TransitionContext,
): Handoff {
  const { engagement } = draft.conversation;
  if (engagement.handoffs !== null) draft.set({ engagement: { ...engagement, handoffs: engagement.handoffs + 1 } });
  return {
    ...cause,
    id: `${draft.conversation.id}.h${draft.conversation.revision}`,
    openedAt: draft.at,
    destination,
    priority: "normal" satisfies Priority,
    tasks: [],
    preferredAgentId: null,
    declinedBy: [],
    ask: null,
    enteredQueueAt: draft.at,
    queues: [],
    nobody: null,
    waits: "here",
    wakeUpEffectId: "",
    wakeUpRound: 0,
    toldAt: draft.at,
    hasToldWaiting: false,
    patienceFrom: opensAt(destination, context, draft.at) ?? draft.at,
    exhaustedAt: null,
    course: newCourse(hoursStateFor(destination, context, draft.at)),
  };
}

interface Waiting {
  readonly reason: ControlReason;
  readonly actor: Actor;
  readonly assists: boolean;
  readonly told: (handoff: Handoff) => void;
}

/** The one way into the queue, at first and again: where it waits, its stored wake-up, its text, the search (I4, I5). */
export function waitFor(draft: Draft, handoff: Handoff, waiting: Waiting, context: TransitionContext): Handoff {
  const { destination, queues, action } = overflowBefore(handoff, context, draft.at);
  const offered = offersCall(action, context) ? action : null;
  const promised = !offered && (action?.type === "call-back" || action?.type === "task") ? action : null;
  const round = handoff.wakeUpRound + 1;
  const entered: Handoff = {
    ...handoff,
    destination,
    ask: null,
    enteredQueueAt: draft.at,
    queues,
    nobody: null,
    waits: promised ? "later" : handoff.waits,
    overnight: overnightOf(destination, context, draft.at),
    ...(offered && { offeredCall: offered.template }),
    wakeUpRound: round,
    toldAt: draft.at,
    hasToldWaiting: false,
    patienceFrom: patienceOfWait(draft.conversation, handoff, destination, context, draft.at),
    exhaustedAt: null,
  };
  const wakeUpEffectId = draft.plan(
    {
      type: "timer",
      conversationId: draft.conversation.id,
      timer: { kind: "handoff-wake-up", handoffId: handoff.id, round },
    },
    { lane: null, dueAt: nextWakeUp(draft.at, entered, context) },
  );
  const waits = { ...entered, wakeUpEffectId };
  const helps = waiting.assists || (action?.type === "bot" && context.settings.botId !== null);
  draft.changeControl(
    { phase: "queue", since: draft.at, assist: helps ? { pendingTurn: null } : null, handoff: waits },
    waiting.reason,
    waiting.actor,
  );
  const choices = offered ? waysToWait(draft.conversation, context) : [];
  if (promised) promiseInstead(draft, waits, promised, context);
  else if (!offered || !draft.say("callback.offer", { choices })) waiting.told(waits);
  planRoute(draft, handoff.id);
  return waits;
}

export function tellOpening(draft: Draft, handoff: Handoff, context: TransitionContext): void {
  const moment = openingMoment(handoff, context, draft.at);
  const choices = moment === "handoff.queue_full" ? waysToWait(draft.conversation, context) : [];
  draft.say(moment, { after: [incidentNotice(draft, context)], choices });
}

/** What the customer hears first, and only that: the truth about when somebody will be there. */
export function openingMoment({ destination, priority }: Handoff, context: TransitionContext, at: number): Moment {
  const closed = closedMoment(destination, context, at);
  if (closed) return closed;
  const limit = context.policy.settings.queues[destination.id]?.limit ?? null;
  const waiting = context.workload.queues[destination.id]?.waiting ?? 0;
  if (destination.type === "queue" && limit !== null && waiting >= limit) return "handoff.queue_full";
  return priority === "urgent" ? "handoff.confirmation.urgent" : "handoff.confirmation";
}

/** "You will hear from us" is a promise. */
function openingPromise({ destination }: Handoff, context: TransitionContext, at: number) {
  return hoursStateFor(destination, context, at) === "open" ? null : "after-hours";
}

/** Those it goes to, and those the rule names beside them; and the packet they will read. */
function tellPeople(draft: Draft, { id, destination, reason, priority }: Handoff, { notify }: Way): void {
  const conversationId = draft.conversation.id;
  const targets = [{ type: destination.type, id: destination.id }, ...notify];
  draft.notify({ kind: "handoff-opened", subjectId: id, targets, reason, priority });
  draft.plan({ type: "packet-build", conversationId, handoffId: id }, { lane: null, dueAt: draft.at });
}
