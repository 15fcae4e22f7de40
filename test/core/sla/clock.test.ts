import { describe, expect, it } from "vitest";
import {
  type ClockTerms,
  cancelClock,
  fire,
  meetClock,
  nextInstant,
  pauseClock,
  resumeClock,
  retargetClock,
  startClock,
} from "../../../src/core/sla/clock.ts";
import { everyDay, hoursIn, workdays } from "../hours/opening-hours.ts";

const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse("2026-11-23T09:00Z");
const terms: ClockTerms = { targetMs: 10 * minute, warnAtPercent: 75, hours: null };
const minutesOn = (minutes: number) => start + minutes * minute;

describe("a clock", () => {
  it("knows both of its instants from the start", () => {
    const clock = startClock(terms, start);
    expect([clock.warnAt, clock.breachAt, nextInstant(clock)]).toEqual([minutesOn(7.5), minutesOn(10), minutesOn(7.5)]);
  });

  it("warns, then breaches, each once and at the instant that was planned", () => {
    const warned = fire(startClock(terms, start), minutesOn(8));
    expect(warned.marks).toEqual([{ type: "warned", at: minutesOn(7.5) }]);
    expect(nextInstant(warned.clock)).toBe(minutesOn(10));
    const breached = fire(warned.clock, minutesOn(10));
    expect(breached.marks).toEqual([{ type: "breached", at: minutesOn(10) }]);
    expect([nextInstant(breached.clock), fire(breached.clock, minutesOn(99)).marks]).toEqual([null, []]);
  });

  it("dates both by their deadlines when nobody looked for hours", () => {
    expect(fire(startClock(terms, start), minutesOn(500)).marks).toEqual([
      { type: "warned", at: minutesOn(7.5) },
      { type: "breached", at: minutesOn(10) },
    ]);
  });

  it("is breached at the very instant of its deadline, and not a millisecond before", () => {
    expect(meetClock(startClock(terms, start), null, minutesOn(10) - 1).reached).toBe("warning");
    expect(meetClock(startClock(terms, start), null, minutesOn(10))).toMatchObject({
      reached: "breach",
      breachAt: minutesOn(10),
    });
  });

  it("keeps what is left while it is paused", () => {
    const paused = pauseClock(startClock(terms, start), null, minutesOn(4));
    expect([nextInstant(paused), fire(paused, minutesOn(900)).marks]).toEqual([null, []]);
    const resumed = resumeClock(paused, terms, minutesOn(60));
    expect([resumed.warnAt, resumed.breachAt]).toEqual([minutesOn(63.5), minutesOn(66)]);
  });

  it("is not warned of a second time after a pause", () => {
    const resumed = resumeClock(pauseClock(startClock(terms, start), null, minutesOn(8)), terms, minutesOn(60));
    expect(nextInstant(resumed)).toBe(minutesOn(62));
    expect(fire(resumed, minutesOn(62)).marks).toEqual([{ type: "breached", at: minutesOn(62) }]);
  });

  it("says after its end whether it was in time, and no more", () => {
    const met = meetClock(startClock(terms, start), null, minutesOn(5));
    expect(met).toMatchObject({ phase: "met", reached: "none", spentMs: 5 * minute, warnAt: null, breachAt: null });
    const missed = cancelClock(startClock(terms, start), null, minutesOn(12));
    expect(missed).toMatchObject({ phase: "cancelled", reached: "breach", breachAt: minutesOn(10) });
    expect([meetClock(missed, null, minutesOn(13)), pauseClock(met, null, minutesOn(13))]).toEqual([missed, met]);
    expect(fire(met, minutesOn(99)).marks).toEqual([]);
  });

  it("counts only while it is open", () => {
    const hours = hoursIn("UTC", workdays("09:00-17:00"));
    const late = startClock({ targetMs: 2 * hour, warnAtPercent: 50, hours }, Date.parse("2026-11-27T16:30Z"));
    expect([late.warnAt, late.breachAt].map((at) => at && new Date(at).toISOString())).toEqual([
      "2026-11-30T09:30:00.000Z",
      "2026-11-30T10:30:00.000Z",
    ]);
    expect(pauseClock(late, hours, Date.parse("2026-11-29T12:00Z")).spentMs).toBe(30 * minute);
  });

  it("plans nothing where nobody ever opens, and nothing without a target", () => {
    const never = startClock({ ...terms, hours: hoursIn("UTC", everyDay("")) }, start);
    const silent = startClock({ ...terms, targetMs: null }, start);
    expect(
      [never, silent].map((clock) => [clock.breachAt, nextInstant(clock), fire(clock, minutesOn(9e5)).marks]),
    ).toEqual([
      [null, null, []],
      [null, null, []],
    ]);
  });

  it.each([
    ["a stricter target", 5, [minutesOn(3.75), minutesOn(5)]],
    ["a looser one", 20, [minutesOn(15), minutesOn(20)]],
    ["none", null, [null, null]],
  ])("gets %s from the same start", (_, minutes, instants) => {
    const targetMs = minutes && minutes * minute;
    const { warnAt, breachAt } = retargetClock(startClock(terms, start), { ...terms, targetMs });
    expect([warnAt, breachAt]).toEqual(instants);
  });

  it("gets a target that it counted towards before there was one", () => {
    const silent = pauseClock(startClock({ ...terms, targetMs: null }, start), null, minutesOn(3));
    const resumed = resumeClock(retargetClock(silent, terms), terms, minutesOn(100));
    expect(resumed.breachAt).toBe(minutesOn(107));
  });

  it("keeps a breach whatever is promised later", () => {
    const { clock } = fire(startClock(terms, start), minutesOn(10));
    expect(retargetClock(clock, { ...terms, targetMs: hour })).toEqual(clock);
    expect(resumeClock(pauseClock(clock, null, minutesOn(12)), terms, minutesOn(20))).toMatchObject({
      breachAt: minutesOn(10),
    });
  });

  it("does not go back with a machine's time", () => {
    const { clock: warned } = fire(startClock(terms, start), minutesOn(8));
    expect(fire(warned, start).clock).toEqual(warned);
    const paused = pauseClock(warned, null, minutesOn(-60));
    expect(paused).toMatchObject({ since: minutesOn(7.5), spentMs: 7.5 * minute, reached: "warning" });
    expect(resumeClock(paused, terms, minutesOn(-90))).toMatchObject({
      since: minutesOn(7.5),
      breachAt: minutesOn(10),
    });
  });
});
