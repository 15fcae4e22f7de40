import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { Handoff, QueueControl, Resolved } from "../state.ts";
import { opensAt } from "../wording.ts";
import { endOffers } from "./queue-asks.ts";
import { nextWakeUp, planRoute, slowly } from "./search-on.ts";

/** A lead sends it elsewhere, or it has waited too long here: whoever is asked need not answer any more. */
export function moveToQueue(
  draft: Draft,
  control: QueueControl,
  destination: Resolved,
  context: TransitionContext,
): void {
  const left = endOffers(draft, control, { status: "rescinded", reason: null }, context);
  enterQueue(draft, left, destination, context);
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
): void {
  const { id, queues, ask, patienceFrom, wakeUpEffectId, wakeUpRound, exhaustedAt } = control.handoff;
  const seen = destination.type === "queue" ? [...new Set([...queues, destination.id])] : queues;
  const hasBegun = patienceFrom <= draft.at;
  const moved: Handoff = {
    ...control.handoff,
    ...{ destination, queues: seen, enteredQueueAt: draft.at, nobody: null, wakeUpRound: wakeUpRound + 1 },
    patienceFrom: hasBegun ? patienceFrom : (opensAt(destination, context, draft.at) ?? draft.at),
  };
  draft.cancel(wakeUpEffectId);
  const timer = { kind: "handoff-wake-up", handoffId: id, round: moved.wakeUpRound } as const;
  const slower = exhaustedAt === null ? 1 : slowly;
  const planned = draft.plan(
    { type: "timer", conversationId: draft.conversation.id, timer },
    { lane: null, dueAt: nextWakeUp(draft.at, moved, context, slower) },
  );
  draft.set({ control: { ...control, handoff: { ...moved, wakeUpEffectId: planned } } });
  draft.note({ type: "handoff-moved", data: { handoffId: id, queueId: destination.id } });
  if (!ask) planRoute(draft, id);
}
