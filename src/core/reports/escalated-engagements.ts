import type { EngagementRow } from "./engagement-row.ts";
import type { EscalatedEngagements } from "./figure.ts";
import type { HandoffRow } from "./handoff-row.ts";
import type { Rating } from "./rating.ts";

const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;

interface Around {
  /** Also those that were opened after the period: an engagement may be handed over late. */
  readonly handoffs: readonly HandoffRow[];
  /** Also those that began within a day after the period. */
  readonly engagements: readonly EngagementRow[];
  readonly ratings: readonly Rating[];
  readonly now: number;
}

export function escalatedEngagements({ handoffs, engagements, ratings, now }: Around): EscalatedEngagements {
  const handedOver = new Set(handoffs.map(({ engagementId }) => engagementId));
  const scores = new Map(ratings.map(({ engagementId, score }) => [engagementId, score]));
  let starts: ReadonlyMap<string, readonly number[]> | null = null;

  function cameAgain({ customerId, startedAt, endedAt, lastHourAt }: EngagementRow): boolean | null {
    starts ??= startsByCustomer(engagements);
    // The whole hour of the last message: it may have come at its end.
    const until = Math.max(endedAt ?? 0, lastHourAt + hourMs) + dayMs;
    const isBack = starts.get(customerId)?.some((at) => at > startedAt && at <= until) ?? false;
    if (isBack) return true;
    return until > now ? null : false;
  }

  return { has: (id) => handedOver.has(id), cameAgain, ratingOf: (id) => scores.get(id) ?? null };
}

function startsByCustomer(engagements: readonly EngagementRow[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (const { customerId, startedAt } of engagements) {
    const known = starts.get(customerId);
    if (known) known.push(startedAt);
    else starts.set(customerId, [startedAt]);
  }
  return starts;
}
