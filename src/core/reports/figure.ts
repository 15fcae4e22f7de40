import type { Durations } from "./durations.ts";
import type { EngagementRow } from "./engagement-row.ts";
import type { HandoffRow } from "./handoff-row.ts";
import type { NumberOf } from "./id-numbers.ts";
import type { RatedEngagement } from "./rating.ts";
import type { RequestRow } from "./request-row.ts";
import type { TaskRow } from "./task-row.ts";

/** One figure of a report: what it means in words, and how it is counted. Pure: the same rows give the same value. */
export interface Figure {
  /** `first-response.total`. */
  readonly id: string;
  readonly name: string;
  /** The formula in words, for whoever reads the figure. */
  readonly formula: string;
  /** `null`: it means nothing for this group. */
  count(facts: ReportFacts, context: FigureContext): FigureValue | null;
}

/** The rows of one group, by the table they are of. */
export interface ReportFacts {
  readonly handoffs: readonly HandoffRow[];
  /** The same, but told apart by who answered first, where by agent; those nobody has answered, by who has them. */
  readonly answers: readonly HandoffRow[];
  readonly engagements: readonly EngagementRow[];
  readonly requests: readonly RequestRow[];
  readonly ratings: readonly RatedEngagement[];
  readonly tasks: readonly TaskRow[];
  /** What groups cannot be told apart by: these engagements are those of every group. */
  readonly hasAllEngagements: boolean;
}

export interface FigureContext {
  readonly now: number;
  /** For the service level. */
  readonly answerWithinSeconds: number;
  /** By the hours of those the handoff went to. */
  businessMs(row: HandoffRow, from: number, to: number): number;
  readonly escalated: EscalatedEngagements;
  readonly numberOf: NumberOf;
}

/** Of what happened around the engagements that are counted. */
export interface EscalatedEngagements {
  has(engagementId: string): boolean;
  /** Whether the customer came again, on whatever channel, within 24 hours of the last message; `null`: nobody knows yet. */
  cameAgain(row: EngagementRow): boolean | null;
  ratingOf(row: EngagementRow): number | null;
}

export type FigureValue =
  | { readonly type: "count"; readonly value: number }
  /** `value` is `null` where there is nothing to have a share of. */
  | ({
      readonly type: "share";
      readonly part: number;
      readonly whole: number;
      readonly value: number | null;
    } & NotKnown)
  | ({ readonly type: "durations"; readonly business: Durations | null } & Durations & NotKnown)
  | { readonly type: "mean"; readonly count: number; readonly value: number | null }
  | { readonly type: "tally"; readonly items: readonly TallyItem[] };

/** How many rows are left out because it was not kept when they were written; absent: none. */
interface NotKnown {
  readonly notKnown?: number;
}

export interface TallyItem {
  readonly name: string;
  readonly count: number;
}

export function count(value: number): FigureValue {
  return { type: "count", value };
}

export function share(part: number, whole: number, notKnown = 0): FigureValue {
  return { type: "share", part, whole, value: whole === 0 ? null : part / whole, ...leftOut(notKnown) };
}

export function leftOut(notKnown: number): NotKnown {
  return notKnown === 0 ? {} : { notKnown };
}

/** Of rows of which it is known; `null` of those of which it is not. */
export function shareOf<Row>(rows: readonly Row[], isPart: (row: Row) => boolean | null): FigureValue {
  let [part, notKnown] = [0, 0];
  for (const row of rows) {
    const is = isPart(row);
    if (is === null) notKnown += 1;
    else if (is) part += 1;
  }
  return share(part, rows.length - notKnown, notKnown);
}

/** The most frequent first. */
export function tally(names: Iterable<string>): FigureValue {
  const counts = new Map<string, { readonly name: string; count: number }>();
  for (const name of names) {
    const known = counts.get(name);
    if (known) known.count += 1;
    else counts.set(name, { name, count: 1 });
  }
  const items = [...counts.values()];
  return { type: "tally", items: items.sort((one, other) => other.count - one.count || compare(one.name, other.name)) };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
