import type { Conversation, Handoff } from "../conversation/state.ts";
import { isPromisedSince } from "./first-response-promise.ts";

/** What was promised of a handoff beside the first answer. In rows of before it was kept, nothing is known of it. */
export interface LaterPromises {
  /** Answers after the first one: one promise for each question, from the first message that awaits one. */
  readonly nextPromised?: number | null;
  readonly nextMissed?: number | null;
  readonly isResolutionPromised?: boolean | null;
  /** The deadline, once it has passed. */
  readonly resolutionMissedAt?: number | null;
}

export function laterPromisesOf({ engagement }: Conversation, { id, openedAt }: Handoff): LaterPromises {
  const { sla } = engagement;
  if (!sla) return { nextPromised: 0, nextMissed: 0, isResolutionPromised: false, resolutionMissedAt: null };
  const { next, state } = sla;
  const own = next?.handoffId === id ? next : { promised: 0, missed: 0 };
  return {
    nextPromised: next && own.promised,
    nextMissed: next && own.missed,
    ...resolutionOf(state.resolution, openedAt),
  };
}

/** A deadline that had passed before this handoff was opened was another one's. */
function resolutionOf(
  clock: NonNullable<Conversation["engagement"]["sla"]>["state"]["resolution"],
  openedAt: number,
): Pick<LaterPromises, "isResolutionPromised" | "resolutionMissedAt"> {
  const missedAt = clock.reached === "breach" ? clock.breachAt : null;
  const isPromised = isPromisedSince(clock, openedAt) && (missedAt === null || missedAt >= openedAt);
  return { isResolutionPromised: isPromised, resolutionMissedAt: isPromised ? missedAt : null };
}
