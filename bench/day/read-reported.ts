import type { Figures, Report } from "../../src/core/reports/count-report.ts";
import type { Dimension } from "../../src/core/reports/dimension.ts";
import type { FigureValue } from "../../src/core/reports/figure.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { type DayFigures, type KeptFigures, nobody, type Reported } from "./figures.ts";
import type { DayPlan } from "./plan-day.ts";

/** What the product itself says of the day: the report the API answers with, under the names of the recount. */
export async function readReported({ reports }: Pick<Engine, "reports">, plan: DayPlan): Promise<Reported> {
  const ask = async (by: readonly Dimension[]): Promise<Report> => {
    const period = { from: plan.startsAt, to: plan.endsAt + 1, timeZone: "UTC" };
    const request = { name: "overview", period, before: null, by, filters: {}, answerWithinSeconds: 60 } as const;
    const outcome = await reports.run({ ...request, now: plan.endsAt });
    if (outcome.status !== "counted") throw new Error(`The report of the day was not counted: ${outcome.status}.`);
    if (outcome.report.isCut) throw new Error("The report of the day has more groups than it shows.");
    return outcome.report;
  };
  const { total } = await ask([]);
  return {
    whole: named(total),
    byQueue: grouped(await ask(["queue"])),
    byAgent: grouped(await ask(["agent"])),
    marked: {
      botCouldHave: shareOf(total, "unneeded").part,
      wrongTeam: shareOf(total, "wrong-team").part,
      of: shareOf(total, "unneeded").whole,
    },
    kept: keptOf(total),
  };
}

function keptOf(total: Figures): KeptFigures {
  const [first, next] = [shareOf(total, "sla.missed"), shareOf(total, "sla.next-missed")];
  const resolution = shareOf(total, "sla.resolution-missed");
  const closed = shareOf(total, "tasks.closed-in-time");
  const rating = figureOf(total, "csat.escalated", "mean");
  return {
    "first responses promised": first.whole,
    "first responses missed": first.part,
    "next responses promised": next.whole,
    "next responses missed": next.part,
    "resolutions promised": resolution.whole,
    "resolutions missed": resolution.part,
    tasks: countOf(total, "tasks"),
    "tasks done or due": closed.whole,
    "tasks done in time": closed.part,
    "ratings of escalated cases": rating.count,
    "rating mean": rating.value,
    satisfied: shareOf(total, "csat.escalated.top-two").part,
    "could have been rated": shareOf(total, "csat.escalated.response").whole,
  };
}

function grouped({ groups }: Report): ReadonlyMap<string, DayFigures> {
  return new Map(groups.map(({ key, figures }) => [key[0] ?? nobody, named(figures)]));
}

function named(figures: Figures): DayFigures {
  const response = durationsOf(figures, "first-response.total");
  const ring = durationsOf(figures, "requests.ring");
  const level = shareOf(figures, "service-level");
  const gaveUp = shareOf(figures, "abandonment");
  const decided = shareOf(figures, "requests.accepted");
  return {
    handoffs: countOf(figures, "handoffs"),
    answered: response.count,
    "first response p50": response.p50Ms,
    "first response p90": response.p90Ms,
    "first response mean": response.meanMs,
    "queue part mean": durationsOf(figures, "first-response.queue").meanMs,
    "ring part mean": durationsOf(figures, "first-response.ring").meanMs,
    "typing part mean": durationsOf(figures, "first-response.typing").meanMs,
    "in business hours p50": response.business?.p50Ms ?? null,
    "in business hours p90": response.business?.p90Ms ?? null,
    "in business hours mean": response.business?.meanMs ?? null,
    "open and unanswered": durationsOf(figures, "first-response.open-age").count,
    "ended unanswered": shareOf(figures, "first-response.never").part,
    "taken within 60 s": level.part,
    "counted for the service level": level.whole,
    "gave up": gaveUp.part,
    "counted for giving up": gaveUp.whole,
    "nobody took it": shareOf(figures, "exhausted").part,
    "opened after hours": shareOf(figures, "after-hours").part,
    "reassigned twice or more": shareOf(figures, "reassignments.twice").part,
    reassignments: tallied(figures, "reassignments"),
    "queue bounces": shareOf(figures, "bounces.queue").part,
    "offer bounces": shareOf(figures, "bounces.offer").part,
    requests: countOf(figures, "requests"),
    accepted: decided.part,
    rejected: shareOf(figures, "requests.rejected").part,
    "timed out": shareOf(figures, "requests.timed-out").part,
    decided: decided.whole,
    "ring p50": ring.p50Ms,
    "ring mean": ring.meanMs,
  };
}

type Of<Type extends FigureValue["type"]> = Extract<FigureValue, { type: Type }>;

function figureOf<Type extends FigureValue["type"]>(figures: Figures, id: string, type: Type): Of<Type> {
  const value = figures[id];
  if (value?.type !== type) throw new Error(`The report has no ${type} "${id}".`);
  return value as Of<Type>;
}

const countOf = (figures: Figures, id: string) => figureOf(figures, id, "count").value;
const shareOf = (figures: Figures, id: string) => figureOf(figures, id, "share");
const durationsOf = (figures: Figures, id: string) => figureOf(figures, id, "durations");

/** Each name is a number, and as many handoffs have it. */
function tallied(figures: Figures, id: string): number {
  return figureOf(figures, id, "tally").items.reduce((sum, { name, count }) => sum + Number(name) * count, 0);
}
