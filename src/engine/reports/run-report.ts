import { numberIn } from "../../core/reports/block-rows.ts";
import { countInPieces, type Report } from "../../core/reports/count-report.ts";
import { escalatedEngagements } from "../../core/reports/escalated-engagements.ts";
import type { FigureContext, ReportFacts } from "../../core/reports/figure.ts";
import type { NumberOf } from "../../core/reports/id-numbers.ts";
import type { ReportName } from "../../core/reports/named-reports.ts";
import { placedTasks } from "../../core/reports/placed-tasks.ts";
import { ratedEngagements } from "../../core/reports/rated-engagements.ts";
import type { ReportRequest } from "../../core/reports/report-request.ts";
import type { Settings } from "../../core/settings/settings.ts";
import { dayMs, type StoredTable } from "./documents.ts";
import type { KeptElsewhere } from "./kept-elsewhere.ts";
import { type RowReading, readAllRows, type Span } from "./read-rows.ts";
import { businessTime } from "./report-hours.ts";

export interface ReportSources extends RowReading {
  /** Settings of version 0. */
  readonly starter: Settings;
  readonly elsewhere: KeptElsewhere;
  /** Rows of one table that fit into the memory there is. */
  readonly mostRows: number;
}

export type ReportOutcome =
  | { readonly status: "counted"; readonly report: Report; readonly before: Report | null }
  /** Of a shorter time there would be less. */
  | { readonly status: "too-many-rows"; readonly most: number };

/** An engagement may be handed over, or its customer come back, after the time a report is about. */
const afterwardsMs = 7 * dayMs;

/** Reads what is asked about and counts it. No figure lives on, only blocks that were read. */
export async function runReport(sources: ReportSources, request: ReportRequest): Promise<ReportOutcome> {
  const numberOf = numberIn(sources.blocks.begin());
  const now = await countOne(sources, request, numberOf);
  if (!now) return { status: "too-many-rows", most: sources.mostRows };
  if (!request.before) return { status: "counted", report: now, before: null };
  const before = await countOne(sources, { ...request, period: request.before }, numberOf);
  if (!before) return { status: "too-many-rows", most: sources.mostRows };
  return { status: "counted", report: now, before };
}

type Wanted = StoredTable | "ratings" | "tasks";

/** What each report looks at. */
const wanted: Readonly<Record<ReportName, readonly Wanted[]>> = {
  overview: ["handoffs", "engagements", "requests", "ratings", "tasks"],
  "first-response": ["handoffs"],
  handoffs: ["handoffs", "engagements", "ratings"],
  queue: ["handoffs"],
  ownership: ["handoffs"],
  requests: ["requests"],
  satisfaction: ["handoffs", "engagements", "ratings"],
  quality: ["handoffs", "tasks"],
};

async function countOne(sources: ReportSources, request: ReportRequest, numberOf: NumberOf): Promise<Report | null> {
  const { name, period, now, answerWithinSeconds } = request;
  const { starter, elsewhere, mostRows, reader } = sources;
  const looksAt = (table: Wanted) => wanted[name].includes(table);
  const long: Span = looksAt("engagements")
    ? { from: period.from, to: Math.max(period.to, Math.min(now + 1, period.to + afterwardsMs)) }
    : period;
  const read = async <Table extends StoredTable>(table: Table, span: Span) =>
    looksAt(table) ? readAllRows(sources, table, span, mostRows) : { rows: [], isTooMany: false };
  const handoffs = await read("handoffs", long);
  const engagements = await read("engagements", long);
  const requests = await read("requests", period);
  if (handoffs.isTooMany || engagements.isTooMany || requests.isTooMany) return null;
  const ratings = looksAt("ratings") ? await elsewhere.ratings(sources, { from: period.from, to: now + 1 }) : [];
  const tasks = looksAt("tasks") ? await elsewhere.tasks(sources, period) : [];
  const isWithin = (at: number) => at < period.to;
  const counted = handoffs.rows.filter(({ openedAt }) => isWithin(openedAt));
  const begun = engagements.rows.filter(({ startedAt }) => isWithin(startedAt));
  const facts: ReportFacts = {
    handoffs: counted,
    answers: counted,
    engagements: begun,
    requests: requests.rows,
    ratings: ratedEngagements(ratings, begun, handoffs.rows),
    tasks: placedTasks(tasks, counted),
    hasAllEngagements: false,
  };
  await sources.pause();
  const context: FigureContext = {
    ...{ now, answerWithinSeconds, numberOf },
    businessMs: await businessTime(reader, starter, counted, now),
    escalated: escalatedEngagements({ handoffs: handoffs.rows, engagements: engagements.rows, ratings, now, numberOf }),
  };
  return inPieces(countInPieces(facts, context, request), sources.pause);
}

/** Some milliseconds of one figure, on every machine. */
const rowsBetweenPauses = 50_000;

async function inPieces(pieces: Generator<number, Report>, pause: () => Promise<void>): Promise<Report> {
  for (let rows = 0; ; ) {
    const { done, value } = pieces.next();
    if (done) return value;
    rows += value;
    if (rows < rowsBetweenPauses) continue;
    rows = 0;
    await pause();
  }
}
