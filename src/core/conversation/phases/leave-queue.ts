import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { QueueControl } from "../state.ts";
import { endOffer, endOffers } from "./queue-asks.ts";

/** Everything the wait had set in motion ends with it: requests, the wake-up, the assisting bot's turn. */
export function leaveQueue(
  draft: Draft,
  control: QueueControl,
  context: TransitionContext,
  { acceptedBy = null }: { acceptedBy?: string | null } = {},
): QueueControl {
  const accepted =
    acceptedBy === null ? control : endOffer(draft, control, acceptedBy, { status: "accepted", reason: null }, context);
  const left = endOffers(draft, accepted, { status: "rescinded", reason: null }, context);
  draft.cancel(left.handoff.wakeUpEffectId);
  if (left.assist?.pendingTurn) draft.cancel(left.assist.pendingTurn.effectId);
  return left;
}
