import type { HandoffRow } from "./handoff-row.ts";

/** The time to the first human answer in three parts, which always sum to it. */
export interface ResponseParts {
  readonly queueMs: number;
  readonly ringMs: number;
  readonly typingMs: number;
}

type Answered = Pick<
  HandoffRow,
  "openedAt" | "takenAt" | "answeredAt" | "answerWaitedMs" | "answerRingMs" | "ringMs" | "returned"
>;

/**
 * `null`: nobody has answered yet, or nobody kept what the parts are made of. Every wait and every ring until the answer
 * counts, however often it came back to the queue; what is left of the time is that of the people who had it.
 */
export function responseParts(row: Answered): ResponseParts | null {
  const { openedAt, answeredAt } = row;
  if (answeredAt === null) return null;
  const wait = waitOf(row);
  if (!wait) return null;
  const wholeMs = Math.max(0, answeredAt - openedAt);
  const waitedMs = between(0, wait.waitedMs, wholeMs);
  const ringMs = between(0, wait.ringMs, waitedMs);
  return { queueMs: waitedMs - ringMs, ringMs, typingMs: wholeMs - waitedMs };
}

/** Rows of before tell it, too, where there was but one wait: all of it was before somebody took it. */
function waitOf({ openedAt, takenAt, answerWaitedMs, answerRingMs, ringMs, returned }: Answered) {
  if (typeof answerWaitedMs === "number" && typeof answerRingMs === "number") {
    return { waitedMs: answerWaitedMs, ringMs: answerRingMs };
  }
  return returned === 0 && takenAt !== null ? { waitedMs: takenAt - openedAt, ringMs } : null;
}

/** A clock that was put back makes no part negative. */
function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
