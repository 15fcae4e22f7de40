import type { Conversation, Handoff } from "../conversation/state.ts";
import { isActive, type SlaClock } from "../sla/clock.ts";

/** What was promised about the first answer to a handoff, and whether it was kept. */
export interface FirstResponse {
  /** Of this handoff: a deadline that had passed before was that of the one whose place it took. */
  readonly isPromised: boolean;
  readonly warnedAt: number | null;
  /** The deadline, once it has passed unanswered, whenever that was. */
  readonly missedAt: number | null;
  /** The deadline that is still to come; whoever looks after it knows more than the row. */
  readonly dueAt: number | null;
}

const none: FirstResponse = { isPromised: false, warnedAt: null, missedAt: null, dueAt: null };

/** `isOver`: nobody waits for it in this handoff any more. */
export function firstResponseOf({ engagement }: Conversation, { openedAt }: Handoff, isOver: boolean): FirstResponse {
  const clock = engagement.sla?.state.firstResponse;
  if (!clock || !isPromisedSince(clock, openedAt)) return none;
  const missedAt = clock.reached === "breach" ? clock.breachAt : null;
  return {
    isPromised: missedAt === null || missedAt >= openedAt,
    warnedAt: clock.reached === "none" ? null : clock.warnAt,
    missedAt,
    dueAt: clock.phase === "running" && missedAt === null && !isOver ? clock.breachAt : null,
  };
}

/** Promises belong to the engagement: what was kept before this handoff was opened says nothing about it. */
export function isPromisedSince(clock: SlaClock, openedAt: number): boolean {
  return clock.targetMs !== null && (isActive(clock) || clock.since >= openedAt);
}

/** Missed at the instant the deadline passes, not when somebody answers at last. */
export function isMissed({ missedAt, dueAt }: Pick<FirstResponse, "missedAt" | "dueAt">, now: number): boolean {
  return missedAt !== null || (dueAt !== null && dueAt <= now);
}
