import { describe, expect, it } from "vitest";
import type { Signal } from "../../src/core/detection/signal.ts";
import { createDurations } from "../../src/entry/eval/durations.ts";
import type { Judgement } from "../../src/entry/eval/judge-text.ts";
import { printSummary } from "../../src/entry/eval/print-summary.ts";
import { rateOf } from "../../src/entry/eval/rate.ts";
import type { Row } from "../../src/entry/eval/read-row.ts";
import { createCounter } from "../../src/entry/eval/summary.ts";

describe("a rate", () => {
  it.each([
    { hits: 8, n: 10, low: 0.4902, high: 0.9433 },
    { hits: 0, n: 20, low: 0, high: 0.1611 },
    { hits: 20, n: 20, low: 0.8389, high: 1 },
    { hits: 547, n: 562, low: 0.9564, high: 0.9838 },
  ])("of $hits in $n lies between $low and $high (Wilson, 95 %)", ({ hits, n, low, high }) => {
    const rate = rateOf(hits, n);
    expect(rate).toMatchObject({ hits, n, rate: hits / n });
    expect(rate.low).toBeCloseTo(low, 4);
    expect(rate.high).toBeCloseTo(high, 4);
  });

  it("holds what was seen, and touches its ends exactly", () => {
    for (const n of [1, 2, 3, 7, 50, 100_000]) {
      for (const hits of [0, 1, n]) {
        const { low, rate, high } = rateOf(hits, n);
        expect(low).toBeLessThanOrEqual(rate ?? Number.NaN);
        expect(high).toBeGreaterThanOrEqual(rate ?? Number.NaN);
      }
      expect([rateOf(0, n).low, rateOf(n, n).high]).toEqual([0, 1]);
    }
  });

  it("of nothing is none", () => {
    expect(rateOf(0, 0)).toEqual({ hits: 0, n: 0, rate: null, low: null, high: null });
  });
});

describe("times", () => {
  it("have percentiles to one percent, from microseconds to seconds", () => {
    for (const unit of [0.001, 0.1, 10]) {
      const durations = createDurations();
      for (let index = 1; index <= 1_000; index++) durations.add(index * unit);
      expect(durations.percentile(0.5)).toBeGreaterThanOrEqual(500 * unit * 0.9999);
      expect(durations.percentile(0.5)).toBeLessThanOrEqual(500 * unit * 1.0101);
      expect(durations.percentile(0.99)).toBeGreaterThanOrEqual(990 * unit * 0.9999);
      expect(durations.percentile(0.99)).toBeLessThanOrEqual(990 * unit * 1.0101);
    }
  });

  it("may be nothing at all, or beyond every bound", () => {
    const durations = createDurations();
    expect(durations.percentile(0.5)).toBeNull();
    for (const ms of [0, 1e12]) durations.add(ms);
    expect(durations.percentile(0.5)).toBeLessThan(0.001);
    expect(durations.percentile(1)).toBeGreaterThan(60_000);
  });
});

const row: Row = { file: "a.tsv", line: 1, text: "…", language: "en", source: null, note: null, label: "request" };
const quiet: Judgement = { decision: "none", signals: [], reason: null, detectedLanguage: "en" };
const at = { start: 0, end: 1 };
const asks: Judgement = { ...quiet, decision: "handoff", signals: [{ id: "explicit-request", ...at }] };
const offers = (...ids: Signal["id"][]): Judgement => ({
  ...{ ...quiet, decision: "offer" },
  signals: ids.map((id) => ({ id, ...at })),
});

describe("an evaluation", () => {
  it("counts recall where a label asks for a signal, and false positives where it asks for none", () => {
    const counter = createCounter();
    for (const judgement of [asks, asks, asks, quiet]) counter.add(row, judgement, 1);
    for (const judgement of [asks, quiet, offers("frustration"), offers("insult", "frustration"), quiet]) {
      counter.add({ ...row, label: "none" }, judgement, 1);
    }
    counter.add({ ...row, label: "frustration" }, offers("frustration", "frustration"), 1);
    const { rows, signals, labels } = counter.summary();
    expect(rows).toBe(10);
    const short = signals.map(({ signal, recall, falsePositives }) => [signal, recall, falsePositives] as const);
    expect(short.slice(0, 3)).toEqual([
      ["explicit-request", rateOf(3, 4), rateOf(1, 5)],
      ["frustration", rateOf(1, 1), rateOf(2, 5)],
      ["insult", rateOf(0, 0), rateOf(1, 5)],
    ]);
    expect(labels).toEqual([
      {
        ...{ label: "request", rows: 4, handoff: rateOf(3, 4), offer: rateOf(0, 4), none: rateOf(1, 4) },
        fired: { "explicit-request": 3 },
      },
      {
        ...{ label: "none", rows: 5, handoff: rateOf(1, 5), offer: rateOf(2, 5), none: rateOf(2, 5) },
        fired: { "explicit-request": 1, frustration: 2, insult: 1 },
      },
      {
        ...{ label: "frustration", rows: 1, handoff: rateOf(0, 1), offer: rateOf(1, 1), none: rateOf(0, 1) },
        fired: { frustration: 1 },
      },
    ]);
  });

  it("never scores what is unclear or has no label, and says how much of it fired", () => {
    const counter = createCounter();
    for (const label of ["unclear", null] as const) counter.add({ ...row, label }, asks, 1);
    const { signals, labels } = counter.summary();
    for (const { recall, falsePositives } of signals) expect([recall.n, falsePositives.n]).toEqual([0, 0]);
    expect(labels.map(({ label, fired }) => [label, fired])).toEqual([
      ["unclear", { "explicit-request": 1 }],
      [null, { "explicit-request": 1 }],
    ]);
  });

  it("is broken down by language, file, source and note", () => {
    const counter = createCounter();
    counter.add(
      { ...row, language: "pt-BR", source: "forum:billing", note: "noisy" },
      { ...asks, detectedLanguage: "pt" },
      1,
    );
    counter.add({ ...row, language: "PT-br", source: "forum:other", file: "b.tsv" }, quiet, 1);
    counter.add({ ...row, language: null }, quiet, 1);
    const summary = counter.summary();
    const short = (groups: typeof summary.byFile) => groups.map(({ name, signals }) => [name, signals[0]?.recall]);
    expect(short(summary.byLanguage)).toEqual([["pt-br", rateOf(1, 2)]]);
    expect(short(summary.byFile)).toEqual([
      ["a.tsv", rateOf(1, 2)],
      ["b.tsv", rateOf(0, 1)],
    ]);
    expect(short(summary.bySource)).toEqual([["forum", rateOf(1, 2)]]);
    expect(short(summary.byNote)).toEqual([["noisy", rateOf(1, 1)]]);
    expect(summary.languageRecognised).toEqual(rateOf(1, 2));
  });

  it("stays small however many sources there are", () => {
    const counter = createCounter();
    for (let index = 0; index < 5_000; index++) counter.add({ ...row, source: `source-${index}` }, asks, 1);
    const { bySource, rows } = counter.summary();
    expect(bySource.length).toBeLessThan(500);
    expect(bySource.reduce((sum, group) => sum + group.rows, 0)).toBe(rows);
  });

  it("reads as tables, and as one line in the end", () => {
    const counter = createCounter();
    for (const judgement of [asks, asks, asks, quiet]) counter.add(row, judgement, 0.5);
    for (let index = 0; index < 1_200; index++) counter.add({ ...row, label: "none", file: "b.tsv" }, quiet, 0.5);
    const printed = printSummary(counter.summary());
    expect(printed).toContain("explicit-request         4  75.0 % (30.1–95.4)  1,200  0.0 % (0.0–0.32)");
    expect(printed.split("\n").at(-1)).toBe(
      "1,204 sentences, starter settings: requests found 75.0 % (30.1–95.4); found where nobody asks 0.0 % (0.0–0.32); 0.50 ms each at the median, 0.50 ms at the 99th percentile.",
    );
  });

  it("of nothing says so", () => {
    expect(printSummary(createCounter().summary())).toBe("There was no sentence to score.");
  });
});
