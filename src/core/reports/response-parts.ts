import type { HandoffRow } from "./handoff-row.ts";

/** The time to the first human answer in three parts, which always sum to it. */
export interface ResponseParts {
  readonly queueMs: number;
  readonly ringMs: number;
  readonly typingMs: number;
}

/**
 * `null`: nobody has answered yet. The ring is what people let it ring before it was first taken, the rest of the time
 * until then is the queue's. Of one that came back to the queue the later rings are not told apart from the first ones.
 */
export function responseParts({
  openedAt,
  takenAt,
  answeredAt,
  ringMs: rang,
}: Pick<HandoffRow, "openedAt" | "takenAt" | "answeredAt" | "ringMs">): ResponseParts | null {
  if (answeredAt === null) return null;
  const waitedMs = Math.max(0, (takenAt ?? answeredAt) - openedAt);
  const ringMs = Math.min(rang, waitedMs);
  return { queueMs: waitedMs - ringMs, ringMs, typingMs: answeredAt - openedAt - waitedMs };
}
