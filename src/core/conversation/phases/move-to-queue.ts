import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { QueueControl, Resolved } from "../state.ts";
import { endOffers } from "./queue-asks.ts";
import { planRoute } from "./search-on.ts";

/** A lead sends it elsewhere, or it has waited too long here: whoever is asked need not answer any more. */
export function moveToQueue(
  draft: Draft,
  control: QueueControl,
  destination: Resolved,
  context: TransitionContext,
): void {
  const left = endOffers(draft, control, { status: "rescinded", reason: null }, context);
  enterQueue(draft, left, destination);
}

/**
 * The wait there begins now. It is the same handoff: who has declined it is not asked again (I6), and who is asked just
 * now may still say yes.
 */
export function enterQueue(draft: Draft, control: QueueControl, destination: Resolved): void {
  const { id, queues, ask } = control.handoff;
  const seen = destination.type === "queue" ? [...new Set([...queues, destination.id])] : queues;
  const moved = { destination, queues: seen, enteredQueueAt: draft.at, nobody: null };
  draft.set({ control: { ...control, handoff: { ...control.handoff, ...moved } } });
  draft.note({ type: "handoff-moved", data: { handoffId: id, queueId: destination.id } });
  if (!ask) planRoute(draft, id);
}
