import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import {
  measure,
  measuredOnHard,
  measuredOnOthers,
  measuredOnOwn,
  pagePath,
  places,
  withMeasured,
} from "../../scripts/write-detection-table.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";
import { judgeText } from "../../src/entry/eval/judge-text.ts";
import { rowAsJson } from "../../src/entry/eval/row-as-json.ts";

const page = readFileSync(pagePath, "utf8");
const hard = resolve(import.meta.dirname, "../fixtures/detection/hard/en.tsv");

it("has a place for what is measured, and keeps everything around it", () => {
  for (const place of places) {
    const written = withMeasured(page, place, "| new |");
    expect(written).toContain("| new |");
    expect(withMeasured(written, place, "| newer |")).toBe(withMeasured(page, place, "| newer |"));
    expect(written.split("\n## ").length).toBe(page.split("\n## ").length);
  }
  expect(() => withMeasured("# A page", places[0], "")).toThrow("lacks its marks");
});

it("is given tables with numbers and intervals", async () => {
  const summary = await measure([hard]);
  for (const measured of [measuredOnHard(summary), measuredOnOthers(summary), measuredOnOwn(summary)]) {
    expect(measured).toMatch(/^\| explicit-request \| 75 \| \d+\.\d % \(\d+\.\d–\d+\.\d\) \| 50 \|/mu);
    const widths = measured.split("\n\n").map((table) => table.split("\n").map((line) => line.split(" | ").length));
    for (const lengths of widths) expect(new Set(lengths).size).toBe(1);
  }
  expect(measuredOnHard(summary)).toMatch(/^\| oblique \|/mu);
  expect(measuredOnOthers(summary)).toMatch(/^\| en\.tsv \| 160 \|/mu);
});

it("names every signal that a setting can be about, with what it leads to from the start", () => {
  for (const [signal, policy] of Object.entries(starterSettings.detection.signals)) {
    const row = page.split("\n").find((line) => line.startsWith("| ") && line.includes(`\`${signal}\``));
    expect(row?.split("|").at(-2)?.trim(), signal).toMatch(
      policy === "none" ? /^nothing/u : new RegExp(`^${policy}`, "u"),
    );
  }
});

it("shows a row as it is printed", () => {
  const example: unknown = JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? "");
  const text = "I want to talk to a human";
  const row = { file: "sentences.tsv", line: 2, text, language: "en", source: null, note: null } as const;
  expect(JSON.parse(rowAsJson({ ...row, label: "request" }, judgeText(text), []))).toEqual(example);
});
