import type { Figure, FigureContext, FigureValue, ReportFacts } from "./figure.ts";
import { filtered, groupsOf } from "./group-facts.ts";
import { figuresOf } from "./named-reports.ts";
import type { ReportRequest } from "./report-request.ts";

/** What was counted. Plain data. */
export interface Report {
  readonly definitions: readonly FigureDefinition[];
  readonly total: Figures;
  /** By the wanted dimensions, the largest first, at most `mostGroups`. */
  readonly groups: readonly ReportGroup[];
  /** There were more. */
  readonly isCut: boolean;
}

export type FigureDefinition = Pick<Figure, "id" | "name" | "formula">;
export type Figures = Readonly<Record<string, FigureValue | null>>;

export interface ReportGroup {
  readonly key: readonly (string | null)[];
  readonly figures: Figures;
}

const mostGroups = 1_000;

type Asked = Pick<ReportRequest, "name" | "by" | "filters" | "period">;

/** Figure by figure, for those who have to let others in between. Tells about how many rows were looked at each time. */
export function* countInPieces(
  facts: ReportFacts,
  context: FigureContext,
  { name, by, filters, period }: Asked,
): Generator<number, Report> {
  const figures = figuresOf(name);
  const wanted = filtered(facts, filters);
  yield sizeOf(facts);
  const groups = by.length === 0 ? [] : [...groupsOf(wanted, by, period.timeZone)].sort(bySize);
  yield sizeOf(wanted) * by.length;
  const total = yield* countAll(figures, wanted, context);
  const counted: ReportGroup[] = [];
  for (const { key, facts: rows } of groups.slice(0, mostGroups)) {
    counted.push({ key, figures: yield* countAll(figures, rows, context) });
  }
  return {
    definitions: figures.map(({ id, name, formula }) => ({ id, name, formula })),
    ...{ total, groups: counted, isCut: groups.length > mostGroups },
  };
}

function* countAll(figures: readonly Figure[], facts: ReportFacts, context: FigureContext): Generator<number, Figures> {
  const values: [string, FigureValue | null][] = [];
  for (const figure of figures) {
    values.push([figure.id, figure.count(facts, context)]);
    yield sizeOf(facts);
  }
  return Object.fromEntries(values);
}

/** Of engagements that are those of every group, figures know already what they are. */
function sizeOf({ handoffs, engagements, requests, hasAllEngagements }: ReportFacts): number {
  return Math.max(handoffs.length, requests.length, hasAllEngagements ? 0 : engagements.length);
}

type Sized = ReturnType<typeof groupsOf>[number];

function bySize(one: Sized, other: Sized): number {
  const size = ({ facts }: Sized) => facts.handoffs.length || facts.requests.length;
  return size(other) - size(one) || (one.key.join("\n") < other.key.join("\n") ? -1 : 1);
}
