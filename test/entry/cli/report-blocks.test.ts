import { expect, it } from "vitest";
import { figuresOf, type ReportName } from "../../../src/core/reports/named-reports.ts";
import { printReport } from "../../../src/entry/cli/reports/report-table.ts";
import type { ReportBody } from "../../../src/protocol/reports.ts";

function report(name: ReportName, more: Partial<ReportBody> = {}): ReportBody {
  const [from, to] = ["2026-11-01T00:00:00.000Z", "2026-12-01T00:00:00.000Z"];
  const value = { type: "count", value: 3 } as const;
  const figures = figuresOf(name).map((figure) => ({
    ...{ id: figure.id, name: figure.name, formula: "", value, before: null },
  }));
  return { name, from, to, timeZone: "UTC", before: null, countedAt: to, figures, groups: [], isCut: false, ...more };
}

const headings = (text: string) => text.split("\n").filter((line) => /^[a-z]/.test(line));

it("has a heading for each report of the overview, and nothing is missing", () => {
  const text = printReport(report("overview"));
  const names = ["first-response", "handoffs", "queue", "ownership", "requests", "satisfaction", "quality"];
  expect(headings(text)).toEqual(names);
  expect(text.match(/ {2}3$/gm)).toHaveLength(figuresOf("overview").length);
  expect(text).toMatch(/\n\nqueue\n {2}Service level +3\n/);
});

it("puts figures that only the server knows at the end", () => {
  const strange = { id: "mood", name: "Mood", formula: "", value: null, before: null };
  const { figures } = report("overview");
  expect(printReport(report("overview", { figures: [strange, ...figures] }))).toMatch(/\n\nothers\n {2}Mood +-$/);
});

it("says of each block which group it is of", () => {
  const key = [{ dimension: "queue", id: "chat", name: "Chat" } as const];
  const groups = [{ key, figures: {}, before: null }];
  expect(headings(printReport(report("queue", { groups })))).toEqual(["queue", "queue Chat"]);
  expect(headings(printReport(report("overview", { groups })))).toContain("queue Chat: ownership");
});
