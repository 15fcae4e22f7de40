import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { businessMsBetween } from "../../../src/core/hours/business-time.ts";
import type { Hours } from "../../../src/core/hours/hours.ts";
import { askedAgain } from "../../../src/core/reports/asked-again.ts";
import { csvLine } from "../../../src/core/reports/csv.ts";
import { openTimeline } from "../../../src/core/reports/open-timeline.ts";
import { instantOf, periodBefore } from "../../../src/core/reports/period.ts";
import { responseParts } from "../../../src/core/reports/response-parts.ts";

describe("CSV", () => {
  test.each(["=1+1", "+1", "-1", "@A1", "\tx", "\rx", " =1", "\n=1", "＝1"])("defuses %j", (text) => {
    expect(csvLine([text]).replaceAll('"', "")).toMatch(/^'/);
  });

  test("leaves numbers, plain words and nothing alone, and quotes what has to be quoted", () => {
    expect(csvLine([-5, true, null, "plain", 'a "b", c', "two\nlines", "a\ttab"])).toBe(
      '-5,true,,plain,"a ""b"", c","two\nlines","a\ttab"\r\n',
    );
  });
});

describe("business time looked up", () => {
  const window = [{ from: "09:00", to: "17:30" }];
  const hours: Hours = {
    ...{ id: "h", name: "Hours", timeZone: "Europe/Berlin" },
    week: {
      ...{ monday: window, tuesday: window, wednesday: [{ from: "22:00", to: "03:00" }], thursday: window },
      ...{ friday: window, saturday: [], sunday: [] },
    },
    exceptions: [{ date: "2026-10-26", name: "Off", isHoliday: true, windows: [] }],
  };
  const from = Date.UTC(2026, 9, 19);
  const until = Date.UTC(2026, 10, 2);

  test("is the same as business time counted", () => {
    const timeline = openTimeline(hours, from, until);
    const moment = fc.integer({ min: from, max: until });
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        expect(timeline.msBetween(one, other)).toBe(businessMsBetween(hours, one, other));
      }),
    );
  });
});

describe("a time to report about", () => {
  test("begins and ends at midnight there, on the days the clocks change, too", () => {
    expect(instantOf("2026-10-25", "Europe/Berlin")).toBe(Date.UTC(2026, 9, 24, 22));
    expect(instantOf("2026-10-26", "Europe/Berlin")).toBe(Date.UTC(2026, 9, 25, 23));
    expect(instantOf("2026-10-25T10:00:00+02:00", "UTC")).toBe(Date.UTC(2026, 9, 25, 8));
  });

  test.each(["2026-02-31", "yesterday", "2026-1-1", "1", "2026-13-01"])("is not %s", (written) => {
    expect(instantOf(written, "UTC")).toBeNull();
  });

  test("is compared with as many days before, however long they were", () => {
    const timeZone = "Europe/Berlin";
    const day = (date: string) => instantOf(date, timeZone) ?? 0;
    const week = { from: day("2026-10-26"), to: day("2026-11-02"), timeZone };
    expect(periodBefore(week)).toEqual({ from: day("2026-10-19"), to: day("2026-10-26"), timeZone });
    const hours = { from: 10_000, to: 15_000, timeZone: "UTC" };
    expect(periodBefore(hours)).toEqual({ from: 5_000, to: 10_000, timeZone: "UTC" });
  });

  test.each([
    ["America/Santiago", "2026-08-30", "2026-09-06", "2026-09-13"],
    ["America/Santiago", "2026-09-06", "2026-09-13", "2026-09-20"],
    ["Africa/Cairo", "2026-04-17", "2026-04-24", "2026-05-01"],
  ])("is compared with whole days where a day begins without a midnight: %s, from %s on", (timeZone, ...dates) => {
    const [before, from, to] = dates.map((date) => instantOf(date, timeZone) ?? 0);
    expect(periodBefore({ from: from ?? 0, to: to ?? 0, timeZone })).toEqual({ from: before, to: from, timeZone });
  });

  test("leaves no time below nothing where the clock was put back before the answer", () => {
    const openedAt = 10_000;
    const row = { openedAt, takenAt: 4_000, answeredAt: 5_000, ringMs: 2_000, returned: 0 };
    const nothing = { queueMs: 0, ringMs: 0, typingMs: 0 };
    expect(responseParts(row)).toEqual(nothing);
    expect(responseParts({ ...row, answerWaitedMs: 3_000, answerRingMs: 2_000 })).toEqual(nothing);
  });
});

describe("a question for what the packet says", () => {
  const nothing = { name: null, properties: {}, said: [] };
  const order = { ...nothing, said: ["My order #12345 has not come"] };

  test.each([
    ["Could you give me your order number?", order, ["order-number"]],
    ["Bitte nennen Sie mir Ihre Bestellnummer.", order, ["order-number"]],
    ["¿Cuál es el número de pedido?", order, ["order-number"]],
    ["ما هو رقم الطلب؟", order, ["order-number"]],
    ["What is your email address?", { ...nothing, properties: { email: "a@b.example" } }, ["email"]],
    ["May I have your name?", { ...nothing, name: "Ada" }, ["name"]],
  ])("is found: %s", (message, facts, kinds) => {
    expect(askedAgain([message], facts)).toEqual(kinds);
  });

  test.each([
    ["What is your order number?", nothing],
    ["Your order number is with the carrier. What colour was it?", order],
    ["I see your order number 12345.", order],
    ["What is your email address?", order],
  ])("is none: %s", (message, facts) => {
    expect(askedAgain([message], facts)).toEqual([]);
  });

  test("counts in the first three messages only", () => {
    const question = "What is your order number?";
    expect(askedAgain(["Hello", "One moment", question], order)).toEqual(["order-number"]);
    expect(askedAgain(["Hello", "One moment", "Thanks", question], order)).toEqual([]);
  });
});
