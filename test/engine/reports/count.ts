import type { FigureValue } from "../../../src/core/reports/figure.ts";
import type { ReportRequest } from "../../../src/core/reports/report-request.ts";
import type { TestEngine } from "../../support/engine.ts";

/** A report over everything there has been. */
export function everything(now: number, differing: Partial<ReportRequest> = {}): ReportRequest {
  return {
    name: "overview",
    period: { from: 0, to: now + 1, timeZone: "UTC" },
    before: null,
    by: [],
    filters: {},
    answerWithinSeconds: 60,
    now,
    ...differing,
  };
}

export async function counted({ engine, clock }: TestEngine, differing: Partial<ReportRequest> = {}) {
  const outcome = await engine.reports.run(everything(clock.now(), differing));
  if (outcome.status !== "counted") throw new Error(outcome.status);
  return outcome.report;
}

export async function figures(started: TestEngine): Promise<Readonly<Record<string, FigureValue | null>>> {
  return (await counted(started)).total;
}
