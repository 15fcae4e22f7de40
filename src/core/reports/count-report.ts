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

export function countReport(
  facts: ReportFacts,
  context: FigureContext,
  { name, by, filters, period }: Pick<ReportRequest, "name" | "by" | "filters" | "period">,
): Report {
  const figures = figuresOf(name);
  const wanted = filtered(facts, filters);
  const groups = by.length === 0 ? [] : [...groupsOf(wanted, by, period.timeZone)].sort(bySize);
  return {
    definitions: figures.map(({ id, name, formula }) => ({ id, name, formula })),
    total: countAll(figures, wanted, context),
    groups: groups
      .slice(0, mostGroups)
      .map(({ key, facts: rows }) => ({ key, figures: countAll(figures, rows, context) })),
    isCut: groups.length > mostGroups,
  };
}

function countAll(figures: readonly Figure[], facts: ReportFacts, context: FigureContext): Figures {
  return Object.fromEntries(figures.map((figure) => [figure.id, figure.count(facts, context)]));
}

type Sized = ReturnType<typeof groupsOf>[number];

function bySize(one: Sized, other: Sized): number {
  const size = ({ facts }: Sized) => facts.handoffs.length || facts.requests.length;
  return size(other) - size(one) || (one.key.join("\n") < other.key.join("\n") ? -1 : 1);
}
