import type { TransitionContext } from "../context.ts";
import type { Conversation, Handoff, Resolved } from "../state.ts";
import { opensAt } from "../wording.ts";

/**
 * Since when the patience of a wait that begins now runs. As long as no person has written to the customer, it is one wait
 * to them: what they waited in the queue before is counted again, while somebody had it is not. Where it is closed it
 * begins with the opening: they have heard when that is.
 */
export function patienceOfWait(
  { lastWait }: Conversation,
  { course, patienceFrom, exhaustedAt }: Handoff,
  destination: Resolved,
  context: TransitionContext,
  at: number,
): number {
  const opens = opensAt(destination, context, at);
  if (opens !== null) return opens;
  const isSameWait = course.returned > 0 && course.answeredAt === null && exhaustedAt === null;
  return isSameWait && lastWait ? at - Math.max(0, lastWait.at - patienceFrom) : at;
}
