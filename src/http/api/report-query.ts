import type * as z from "zod";
import type { Standing } from "../../core/people/standing.ts";
import { type Dimension, dimensions } from "../../core/reports/dimension.ts";
import { instantOf, isTimeZone, type Period, periodBefore } from "../../core/reports/period.ts";
import { type Filters, filterNames, type ReportRequest } from "../../core/reports/report-request.ts";
import type { exportQuery, reportQuery } from "../../protocol/reports.ts";
import { RequestError } from "../problem.ts";
import { invalidField } from "./settings-refusals.ts";

type ReportQuery = z.output<typeof reportQuery>;
type PeriodQuery = Pick<ReportQuery, "from" | "to" | "tz">;
type FilterQuery = Pick<z.output<typeof exportQuery>, (typeof filterNames)[number]>;

const defaultMs = 30 * 86_400_000;
const longestMs = 400 * 86_400_000;

export function requestOf(name: ReportRequest["name"], query: ReportQuery, by: Standing, now: number): ReportRequest {
  const period = periodOf(query, now);
  return {
    name,
    period,
    before: query.compare === "previous" ? periodBefore(period) : null,
    by: dimensionsOf(query.by),
    filters: filtersOf(query, by),
    answerWithinSeconds: query.within,
    now,
  };
}

export function periodOf({ from, to, tz: timeZone }: PeriodQuery, now: number): Period {
  if (!isTimeZone(timeZone)) throw invalidField("query.tz", "must be an IANA time zone, such as Europe/Berlin");
  const end = to === undefined ? now : instant("to", to, timeZone);
  const start = from === undefined ? end - defaultMs : instant("from", from, timeZone);
  if (start >= end) throw invalidField("query.from", "must be before `to`");
  if (end - start > longestMs) throw invalidField("query.from", "must be at most 400 days before `to`");
  return { from: start, to: end, timeZone };
}

/** Agents see what is theirs, whatever they ask for; leads see everybody (I14). */
export function filtersOf(query: FilterQuery, by: Standing): Filters {
  const given = filterNames.flatMap((name) => {
    const values = query[name]?.split(",").map((value) => value.trim());
    return values ? [[name, values.filter((value) => value !== "")] as const] : [];
  });
  const filters: Filters = Object.fromEntries(given);
  const agentId = onlyOf(by);
  if (agentId === null) return filters;
  if (filters.agent?.some((id) => id !== agentId)) throw new RequestError("wrong-agent");
  return { ...filters, agent: [agentId] };
}

/** The one person whose figures somebody may see; `null`: everybody's. */
export function onlyOf({ agentId, role }: Standing): string | null {
  return role === "agent" ? agentId : null;
}

function dimensionsOf(by: string | undefined): readonly Dimension[] {
  const names = by === undefined ? [] : by.split(",").map((name) => name.trim());
  const found = dimensions.filter((dimension) => names.includes(dimension));
  if (names.length > 2 || new Set(names).size < names.length || found.length < names.length) {
    throw invalidField("query.by", `must be one or two of ${dimensions.join(", ")}`);
  }
  // In the order in which they were asked for.
  return names.flatMap((name) => found.filter((dimension) => dimension === name));
}

function instant(name: "from" | "to", written: string, timeZone: string): number {
  const at = instantOf(written, timeZone);
  if (at === null)
    throw invalidField(`query.${name}`, "must be a day, as 2026-11-01, or an instant, as 2026-11-01T08:00:00Z");
  return at;
}
