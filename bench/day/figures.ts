/** Figures of one group by their names, as they are printed; `null`: there is nothing to count it of. */
export type DayFigures = Readonly<Record<FigureName, number | null>>;

export const figureNames = [
  "handoffs",
  "answered",
  "first response p50",
  "first response p90",
  "first response mean",
  "queue part mean",
  "ring part mean",
  "typing part mean",
  "in business hours p50",
  "in business hours p90",
  "in business hours mean",
  "open and unanswered",
  "ended unanswered",
  "taken within 60 s",
  "counted for the service level",
  "gave up",
  "counted for giving up",
  "nobody took it",
  "opened after hours",
  "reassigned twice or more",
  "reassignments",
  "queue bounces",
  "offer bounces",
  "requests",
  "accepted",
  "rejected",
  "timed out",
  "decided",
  "ring p50",
  "ring mean",
] as const;
export type FigureName = (typeof figureNames)[number];

/** Each of them once as a whole, and for each queue and each person. */
export interface Reported {
  readonly whole: DayFigures;
  readonly byQueue: ReadonlyMap<string, DayFigures>;
  readonly byAgent: ReadonlyMap<string, DayFigures>;
  /** One click each of whoever ended it, over everything. */
  readonly marked: Marked;
  /** What was promised, what was left to do and what customers said, over everything. */
  readonly kept: KeptFigures;
}

export const keptNames = [
  "first responses promised",
  "first responses missed",
  "next responses promised",
  "next responses missed",
  "resolutions promised",
  "resolutions missed",
  "tasks",
  "tasks done or due",
  "tasks done in time",
  "ratings of escalated cases",
  "rating mean",
  "satisfied",
  "could have been rated",
] as const;
export type KeptFigures = Readonly<Record<(typeof keptNames)[number], number | null>>;

export interface Marked {
  readonly botCouldHave: number;
  readonly wrongTeam: number;
  readonly of: number;
}

/** The group of what nobody has, or no queue. */
export const nobody = "(none)";
