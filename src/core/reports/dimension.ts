import { timeZoneNamed } from "../hours/time-zone.ts";
import type { ReportFacts } from "./figure.ts";

/** What figures can be told apart by. Days, weeks and hours are those of the report's time zone. */
export const dimensions = [
  "channel",
  "queue",
  "team",
  "agent",
  "rule",
  "reason",
  "version",
  "day",
  "week",
  "month",
  "hour",
  "weekday",
] as const;
export type Dimension = (typeof dimensions)[number];

/** Rows of whichever table, as far as they can be told apart. */
export interface Placed {
  readonly channelId?: string | null;
  readonly queueId?: string | null;
  readonly teamId?: string | null;
  readonly agentId?: string | null;
  readonly ruleId?: string | null;
  readonly reason?: string | null;
  readonly settingsVersion?: number | null;
  /** Of handoffs. */
  readonly answeredAt?: number | null;
  readonly answeredBy?: string | null;
}

const dayMs = 86_400_000;
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** What a row says to a dimension; `null`: nothing, where it could have. `undefined`: rows of its kind never do. */
export type ReadDimension = (row: Placed, at: number) => string | null | undefined;

export function readerOf(dimension: Dimension, timeZone: string): ReadDimension {
  const zone = timeZoneNamed(timeZone);
  const wall = (at: number) => zone.wallAt(at);
  switch (dimension) {
    case "channel":
      return ({ channelId }) => channelId;
    case "queue":
      return ({ queueId }) => queueId;
    case "team":
      return ({ teamId }) => teamId;
    case "agent":
      return ({ agentId }) => agentId;
    case "rule":
      return ({ ruleId }) => ruleId;
    case "reason":
      return ({ reason }) => reason;
    case "version":
      return ({ settingsVersion }) => (typeof settingsVersion === "number" ? String(settingsVersion) : settingsVersion);
    case "day":
      return (_row, at) => remembered(Math.floor(wall(at) / dayMs), dateOf);
    case "week":
      // Day 0 was a Thursday; weeks begin on Mondays and are named by theirs.
      return (_row, at) => remembered(Math.floor((Math.floor(wall(at) / dayMs) + 3) / 7) * 7 - 3, dateOf);
    case "month":
      return (_row, at) => remembered(Math.floor(wall(at) / dayMs), dateOf).slice(0, 7);
    case "hour":
      return (_row, at) => `${String(Math.floor((wall(at) % dayMs) / 3_600_000)).padStart(2, "0")}:00`;
    case "weekday":
      return (_row, at) => weekdays[(Math.floor(wall(at) / dayMs) + 3) % 7];
  }
}

/** The same of a handoff that is told apart by its answer: by who wrote it, or who has it as long as nobody has. */
export function answerReaderOf(dimension: Dimension, timeZone: string): ReadDimension {
  return dimension === "agent" ? readAnswerer : readerOf(dimension, timeZone);
}

function readAnswerer({ answeredAt, answeredBy, agentId }: Placed): string | null | undefined {
  return answeredAt === null ? agentId : (answeredBy ?? null);
}

const dates = new Map<number, string>();
const mostDates = 5_000;

/** Writing a date is slow, and a hundred thousand rows are of few days. */
function remembered(day: number, write: (day: number) => string): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  if (dates.size >= mostDates) dates.clear();
  const written = write(day);
  dates.set(day, written);
  return written;
}

function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** When a row counts: handoffs when they were opened, engagements when they began, and so on. */
export const timeOf: { readonly [Table in TableName]: (row: ReportFacts[Table][number]) => number } = {
  handoffs: ({ openedAt }) => openedAt,
  answers: ({ openedAt }) => openedAt,
  engagements: ({ startedAt }) => startedAt,
  requests: ({ askedAt }) => askedAt,
  ratings: ({ startedAt }) => startedAt,
  tasks: ({ createdAt }) => createdAt,
};

export const tableNames = ["handoffs", "answers", "engagements", "requests", "ratings", "tasks"] as const;
export type TableName = (typeof tableNames)[number];
