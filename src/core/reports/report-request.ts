import type { Dimension } from "./dimension.ts";
import type { ReportName } from "./named-reports.ts";
import type { Period } from "./period.ts";

/** What somebody wants to know. Plain data: it goes to the thread that counts. */
export interface ReportRequest {
  readonly name: ReportName;
  readonly period: Period;
  /** Beside it the same of the time before; `null`: no. */
  readonly before: Period | null;
  /** At most two. */
  readonly by: readonly Dimension[];
  readonly filters: Filters;
  readonly answerWithinSeconds: number;
  readonly now: number;
}

export const filterNames = ["channel", "queue", "team", "agent", "rule", "reason", "version"] as const;
/** One of these values; rows that a filter can say nothing about stay. */
export type Filters = Readonly<Partial<Record<(typeof filterNames)[number], readonly string[]>>>;
