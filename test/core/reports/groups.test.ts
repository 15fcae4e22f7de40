import { describe, expect, test } from "vitest";
import { countInPieces } from "../../../src/core/reports/count-report.ts";
import type { ReportFacts } from "../../../src/core/reports/figure.ts";
import type { HandoffRow } from "../../../src/core/reports/handoff-row.ts";
import type { ReportRequest } from "../../../src/core/reports/report-request.ts";
import { context, facts, handoff, hour, minute, noon } from "./sample-rows.ts";

/** Robin answered first and gave it to Kim; Kim has one that nobody has answered. */
const rows: readonly HandoffRow[] = [
  handoff({ id: "a", agentId: "kim", takenAt: noon, answeredAt: noon + minute, answeredBy: "robin", reassigned: 2 }),
  handoff({ id: "b", agentId: "kim", takenAt: noon, isPromised: true, missedAt: noon + minute }),
  handoff({ id: "c", agentId: "robin", takenAt: noon, answeredAt: noon + hour, answeredBy: null }),
];

function counted(differing: Partial<Pick<ReportRequest, "by" | "filters">>, rest: Partial<ReportFacts> = {}) {
  const period = { from: 0, to: noon + 24 * hour, timeZone: "UTC" };
  const request = { name: "overview", by: [], filters: {}, period, ...differing } as const;
  const pieces = countInPieces(facts({ handoffs: rows, ...rest }), context(), request);
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
  }
}

function groupsBy(figure: string) {
  const { groups } = counted({ by: ["agent"] });
  return Object.fromEntries(groups.map(({ key, figures }) => [String(key[0]), figures[figure]]));
}

describe("figures by agent", () => {
  test("give the first response to who answered first, and the handoff to who had it", () => {
    expect(groupsBy("first-response.total")).toMatchObject({
      robin: { count: 1, p50Ms: minute },
      kim: { count: 0 },
      // Nobody kept who had answered.
      null: { count: 1, p50Ms: hour },
    });
    expect(groupsBy("handoffs")).toMatchObject({ kim: { value: 2 }, robin: { value: 1 } });
    expect(groupsBy("reassignments.twice")).toMatchObject({ kim: { part: 1, whole: 2 }, robin: { part: 0, whole: 1 } });
  });

  test("leave what nobody has answered to who has it", () => {
    expect(groupsBy("first-response.open-age")).toMatchObject({ kim: { count: 1 } });
    expect(groupsBy("sla.missed")).toMatchObject({ kim: { part: 1, whole: 1 }, robin: { whole: 0 } });
  });

  test("are the same as those of a filter", () => {
    const { total } = counted({ filters: { agent: ["robin"] } });
    expect(total).toMatchObject({ "first-response.total": { count: 1, p50Ms: minute }, handoffs: { value: 1 } });
    const split = counted({ filters: { agent: ["robin"] }, by: ["queue"] });
    expect(split.groups[0]?.figures["first-response.total"]).toMatchObject({ count: 1, p50Ms: minute });
  });

  test("sum to the whole", () => {
    const { total } = counted({});
    const counts = Object.values(groupsBy("first-response.total")).map((value) => (value as { count: number }).count);
    expect(total["first-response.total"]).toMatchObject({ count: counts.reduce((sum, each) => sum + each, 0) });
  });
});
