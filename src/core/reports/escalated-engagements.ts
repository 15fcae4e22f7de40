import type { EngagementRow } from "./engagement-row.ts";
import type { EscalatedEngagements } from "./figure.ts";
import type { HandoffRow } from "./handoff-row.ts";
import type { NumberOf } from "./id-numbers.ts";
import type { Rating } from "./rating.ts";

const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;

interface Around {
  /** Also those that were opened after the period: an engagement may be handed over late. */
  readonly handoffs: readonly HandoffRow[];
  /** Those that are asked about, and those that began within a day after the period. */
  readonly engagements: readonly EngagementRow[];
  readonly ratings: readonly Rating[];
  readonly now: number;
  readonly numberOf: NumberOf;
}

/** What is costly is found out once, when it is asked for first. */
export function escalatedEngagements({ handoffs, engagements, ratings, now, numberOf }: Around): EscalatedEngagements {
  const scores = new Map(ratings.map(({ engagementId, score }) => [engagementId, score]));
  let handedOver: ReadonlySet<string> | null = null;
  let returned: ReadonlySet<EngagementRow> | null = null;

  return {
    has(id) {
      handedOver ??= new Set(handoffs.map(({ engagementId }) => engagementId));
      return handedOver.has(id);
    },
    cameAgain(row) {
      returned ??= returnedAfter(engagements, numberOf);
      if (returned.has(row)) return true;
      return untilOf(row) > now ? null : false;
    },
    // Where nobody has rated anything, no id has to be looked at.
    ratingOf: (row) => (scores.size === 0 ? null : (scores.get(row.id) ?? null)),
  };
}

/** The whole hour of the last message: it may have come at its end. */
function untilOf({ endedAt, lastHourAt }: EngagementRow): number {
  return Math.max(endedAt ?? 0, lastHourAt + hourMs) + dayMs;
}

/** Those whose customer began another one in time. */
function returnedAfter(engagements: readonly EngagementRow[], numberOf: NumberOf): ReadonlySet<EngagementRow> {
  const size = engagements.length;
  const [starts, customerOf] = [new Float64Array(size), new Int32Array(size)];
  let customers = 0;
  for (const [place, row] of engagements.entries()) {
    const customer = numberOf(row, "customerId");
    if (customer >= customers) customers = customer + 1;
    customerOf[place] = customer;
    starts[place] = row.startedAt;
  }
  const [last, before] = [new Int32Array(customers).fill(-1), new Int32Array(size)];
  for (let place = 0; place < size; place++) {
    const customer = customerOf[place] ?? 0;
    before[place] = last[customer] ?? -1;
    last[customer] = place;
  }
  const returned = new Set<EngagementRow>();
  for (const [place, row] of engagements.entries()) {
    const [start, until] = [starts[place] ?? 0, untilOf(row)];
    for (let other = last[customerOf[place] ?? 0] ?? -1; other >= 0; other = before[other] ?? -1) {
      const at = starts[other] ?? 0;
      if (at <= start || at > until) continue;
      returned.add(row);
      break;
    }
  }
  return returned;
}
