import { isActive } from "../sla/clock.ts";
import type { PromiseMark, SlaState } from "../sla/sla-state.ts";
import type { EngagementSla, NextResponses } from "./state.ts";

interface Change {
  /** The handoff it is about now; `null`: none, a person took it out of the bot's hands. */
  readonly handoffId: string | null;
  readonly isSameHandoff: boolean;
  readonly state: SlaState;
  readonly marks: readonly PromiseMark[];
}

/**
 * Answers after the first one, promised and missed, of one handoff. One clock serves them all, so that they are counted
 * as they begin and as their deadline passes. A handoff that takes another's place owes what that one owed.
 */
export function nextResponses(known: EngagementSla | null, change: Change): NextResponses | null {
  const { handoffId, isSameHandoff, state, marks } = change;
  const before = known?.next ?? null;
  if (known && !before && isSameHandoff) return null;
  const isGoingOn = known !== null && isSameHandoff && isPromised(known.state);
  const begun = isPromised(state) && !isGoingOn ? 1 : 0;
  const missed = marks.filter(({ type, promise }) => type === "breached" && promise === "nextResponse").length;
  if (before?.handoffId !== handoffId) return { handoffId, promised: begun, missed };
  if (begun + missed === 0) return before;
  return { handoffId, promised: before.promised + begun, missed: before.missed + missed };
}

function isPromised({ nextResponse }: SlaState): boolean {
  return nextResponse !== null && isActive(nextResponse) && nextResponse.targetMs !== null;
}
