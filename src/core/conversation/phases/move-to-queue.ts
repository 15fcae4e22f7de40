import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { Handoff, QueueControl, Resolved } from "../state.ts";
import { hoursStateFor, opensAt } from "../wording.ts";
import { meetClosing } from "./closing.ts";
import { endOffers } from "./queue-asks.ts";
import { nextWakeUp, planRoute, slowly } from "./search-on.ts";

/** A lead sends it elsewhere, or it has waited too long here: whoever is asked need not answer any more. */
export function moveToQueue(
  draft: Draft,
  control: QueueControl,
  destination: Resolved,
  context: TransitionContext,
  actorId: string | null = null,
): void {
  const left = endOffers(draft, control, { status: "rescinded", reason: null }, context);
  enterQueue(draft, left, destination, context, actorId);
}

/**
 * The wait there begins now, with the wake-ups of the new place (I5): where it was closed they came seldom. It is the same
 * handoff: who has declined it is not asked again (I6), and who is asked just now may still say yes.
 */
export function enterQueue(
  draft: Draft,
  control: QueueControl,
  destination: Resolved,
  context: TransitionContext,
  actorId: string | null = null,
): void {
  const { id, queues, ask, patienceFrom, wakeUpEffectId, wakeUpRound, exhaustedAt } = control.handoff;
  const seen = destination.type === "queue" ? [...new Set([...queues, destination.id])] : queues;
  const hasBegun = patienceFrom <= draft.at;
  const isClosed = hoursStateFor(destination, context, draft.at) !== "open";
  const moved: Handoff = {
    ...control.handoff,
    ...{ destination, queues: seen, enteredQueueAt: draft.at, nobody: null, wakeUpRound: wakeUpRound + 1 },
    ...(isClosed ? {} : { overnight: null }),
    patienceFrom: hasBegun ? patienceFrom : (opensAt(destination, context, draft.at) ?? draft.at),
  };
  const target = { type: destination.type, id: destination.id };
  const isElsewhere = !isSame(control.handoff.destination, destination);
  draft.cancel(wakeUpEffectId);
  const timer = { kind: "handoff-wake-up", handoffId: id, round: moved.wakeUpRound } as const;
  const slower = exhaustedAt === null ? 1 : slowly;
  const planned = draft.plan(
    { type: "timer", conversationId: draft.conversation.id, timer },
    { lane: null, dueAt: nextWakeUp(draft.at, moved, context, slower) },
  );
  draft.set({ control: { ...control, handoff: { ...moved, wakeUpEffectId: planned } } });
  if (isClosed && !ask) meetClosing(draft, { ...control, handoff: { ...moved, wakeUpEffectId: planned } }, context);
  draft.note({ type: "handoff-moved", data: { handoffId: id, queueId: destination.id } });
  if (isElsewhere) draft.notify({ kind: "handoff-opened", subjectId: id, targets: [target], actorId });
  if (!ask) planRoute(draft, id);
}

export function isSame(one: Resolved, other: Resolved): boolean {
  return one.type === other.type && one.id === other.id;
}
