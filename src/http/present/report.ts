import type { Figures, Report } from "../../core/reports/count-report.ts";
import type { Dimension } from "../../core/reports/dimension.ts";
import type { FigureValue } from "../../core/reports/figure.ts";
import type { Filters, ReportRequest } from "../../core/reports/report-request.ts";
import type { Waiting, Wallboard } from "../../core/reports/wallboard.ts";
import type { NameOf } from "../../engine/reports/names.ts";
import type { ReportBody, WallboardBody } from "../../protocol/reports.ts";
import { isoTime } from "./time.ts";

interface Counted {
  readonly request: ReportRequest;
  readonly report: Report;
  readonly before: Report | null;
}

export function presentReport({ request, report, before }: Counted, nameOf: NameOf): ReportBody {
  const { name, period, by, now } = request;
  const earlier = new Map((before?.groups ?? []).map((group) => [keyOf(group.key), group.figures]));
  return {
    name,
    from: isoTime(period.from),
    to: isoTime(period.to),
    timeZone: period.timeZone,
    before: request.before && { from: isoTime(request.before.from), to: isoTime(request.before.to) },
    countedAt: isoTime(now),
    figures: report.definitions.map((definition) => ({
      ...definition,
      value: valueIn(report.total, definition.id),
      before: before ? valueIn(before.total, definition.id) : null,
    })),
    groups: report.groups.map(({ key, figures }) => ({
      key: key.map((id, index) => labelOf(by[index] ?? "day", id, nameOf)),
      figures: allOf(figures),
      before: before ? allOf(earlier.get(keyOf(key)) ?? {}) : null,
    })),
    isCut: report.isCut,
    unknown: unknownIn(request.filters, nameOf),
  };
}

/** Of these it can be said whether they are there. */
const nameable = ["agent", "queue", "team", "rule"] as const;

/** Whose names are asked for: of the groups, and of what the report is narrowed to. */
export function namedIn({ by, filters }: Pick<ReportRequest, "by" | "filters">): readonly Dimension[] {
  return [...by, ...nameable.filter((dimension) => filters[dimension] !== undefined)];
}

function unknownIn(filters: Filters, nameOf: NameOf) {
  return nameable.flatMap((dimension) => {
    const missing = (filters[dimension] ?? []).filter((id) => id !== "none" && nameOf(dimension, id) === null);
    return [...new Set(missing)].map((id) => ({ dimension, id }));
  });
}

export function presentWallboard({ at, waiting, queues, people, agents, sla, isCut }: Wallboard): WallboardBody {
  return {
    at: isoTime(at),
    waiting: presentWaiting(waiting),
    queues: queues.map(({ queueId, teamId, ...rest }) => ({ queueId, teamId, ...presentWaiting(rest) })),
    people: { ...people },
    agents: agents.map((agent) => ({ ...agent })),
    sla: { ...sla },
    isCut,
  };
}

function presentWaiting({ count, byPriority, longestSince, elsewhere }: Waiting) {
  return {
    count,
    byPriority: { ...byPriority },
    longestSince: longestSince === null ? null : isoTime(longestSince),
    elsewhere,
  };
}

function labelOf(dimension: Dimension, id: string | null, nameOf: NameOf) {
  return { dimension, id, name: id === null ? null : nameOf(dimension, id) };
}

function keyOf(key: readonly (string | null)[]): string {
  return JSON.stringify(key);
}

type Presented = ReportBody["figures"][number]["value"];

function allOf(figures: Figures): Record<string, Presented> {
  return Object.fromEntries(Object.keys(figures).map((id) => [id, valueIn(figures, id)]));
}

function valueIn(figures: Figures, id: string): Presented {
  const value: FigureValue | null = figures[id] ?? null;
  if (value?.type !== "tally") return value;
  return { type: "tally", items: value.items.map((item) => ({ ...item })) };
}
