import type { EngagementRow } from "./engagement-row.ts";
import type { EscalatedEngagements } from "./figure.ts";
import type { HandoffRow } from "./handoff-row.ts";
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
}

/** What is costly is found out once, when it is asked for first. */
export function escalatedEngagements({ handoffs, engagements, ratings, now }: Around): EscalatedEngagements {
  const scores = new Map(ratings.map(({ engagementId, score }) => [engagementId, score]));
  let handedOver: ReadonlySet<string> | null = null;
  let returned: ReadonlySet<EngagementRow> | null = null;

  return {
    has(id) {
      handedOver ??= new Set(handoffs.map(({ engagementId }) => engagementId));
      return handedOver.has(id);
    },
    cameAgain(row) {
      returned ??= returnedAfter(engagements);
      if (returned.has(row)) return true;
      return untilOf(row) > now ? null : false;
    },
    ratingOf: (id) => scores.get(id) ?? null,
  };
}

/** The whole hour of the last message: it may have come at its end. */
function untilOf({ endedAt, lastHourAt }: EngagementRow): number {
  return Math.max(endedAt ?? 0, lastHourAt + hourMs) + dayMs;
}

/** Those whose customer began another one in time. Names are looked up once; from then on it is numbers. */
function returnedAfter(engagements: readonly EngagementRow[]): ReadonlySet<EngagementRow> {
  const customers = new Map<string, number>();
  const size = engagements.length;
  const [starts, customerOf] = [new Float64Array(size), new Int32Array(size)];
  let place = 0;
  for (const { startedAt, customerId } of engagements) {
    const known = customers.get(customerId);
    if (known === undefined) customers.set(customerId, customers.size);
    customerOf[place] = known ?? customers.size - 1;
    starts[place++] = startedAt;
  }
  const [last, before] = [new Int32Array(customers.size).fill(-1), new Int32Array(size)];
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
