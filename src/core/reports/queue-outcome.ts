import type { HandoffRow } from "./handoff-row.ts";

/** How the wait for a person ended. Every handoff is exactly one of these. */
export type QueueOutcome =
  | "taken"
  /** Still waiting, in the queue. */
  | "waiting"
  /** The customer went: said so, or was silent until it was closed unresolved with nobody having taken it. */
  | "abandoned"
  /** The same in less than ten seconds: nobody could have been quicker. */
  | "short-abandoned"
  /** Left the queue for a call, an e-mail, another handoff or an end that somebody else gave it. */
  | "flowed-out";

const shortMs = 10_000;

export function queueOutcome({
  takenAt,
  waitsElsewhere,
  openedAt,
  endedAt,
  outcome,
}: Pick<HandoffRow, "takenAt" | "waitsElsewhere" | "openedAt" | "endedAt" | "outcome">): QueueOutcome {
  if (takenAt !== null) return "taken";
  if (outcome === "cancelled" || (outcome === "unresolved" && !waitsElsewhere)) {
    return (endedAt ?? openedAt) - openedAt < shortMs ? "short-abandoned" : "abandoned";
  }
  if (waitsElsewhere || outcome !== null) return "flowed-out";
  return "waiting";
}
