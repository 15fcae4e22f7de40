import type { Conversation, Handoff } from "../conversation/state.ts";
import { isActive } from "../sla/clock.ts";

/** What was promised about the first answer to a handoff, and whether it was kept. */
export interface FirstResponse {
  readonly isPromised: boolean;
  readonly warnedAt: number | null;
  /** The deadline, once it has passed unanswered. */
  readonly missedAt: number | null;
  /** The deadline that is still to come; whoever looks after it knows more than the row. */
  readonly dueAt: number | null;
}

const none: FirstResponse = { isPromised: false, warnedAt: null, missedAt: null, dueAt: null };

/** The promise belongs to the engagement: what was answered before this handoff says nothing about it. */
export function firstResponseOf({ engagement }: Conversation, { openedAt }: Handoff): FirstResponse {
  const clock = engagement.sla?.state.firstResponse;
  if (!clock || clock.targetMs === null) return none;
  if (!isActive(clock) && clock.since < openedAt) return none;
  const isMissed = clock.reached === "breach";
  return {
    isPromised: true,
    warnedAt: clock.reached === "none" ? null : clock.warnAt,
    missedAt: isMissed ? clock.breachAt : null,
    dueAt: clock.phase === "running" && !isMissed ? clock.breachAt : null,
  };
}

/** Missed at the instant the deadline passes, not when somebody answers at last. */
export function isMissed({ missedAt, dueAt }: FirstResponse, now: number): boolean {
  return missedAt !== null || (dueAt !== null && dueAt <= now);
}
