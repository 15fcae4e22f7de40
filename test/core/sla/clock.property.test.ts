import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { businessMsBetween } from "../../../src/core/hours/business-time.ts";
import { type ClockTerms, fire, pauseClock, resumeClock, startClock } from "../../../src/core/sla/clock.ts";
import { arbitraryHours } from "../hours/arbitrary-hours.ts";

const minute = 60_000;
const start = Date.UTC(2026, 9, 24, 12);
const hours = fc.option(arbitraryHours(start), { nil: null });
const terms: fc.Arbitrary<ClockTerms & { targetMs: number }> = fc.record({
  targetMs: fc.integer({ min: 1, max: 2_000 }).map((minutes) => minutes * minute),
  warnAtPercent: fc.integer({ min: 1, max: 99 }),
  hours,
});
/** Minutes between pausing and resuming, and resuming and pausing. */
const steps = fc.array(fc.nat(3_000), { maxLength: 12 });

/** Pauses and resumes in turn; what it ran for, in pieces. */
function played(of: ClockTerms, minutes: readonly number[]) {
  let [at, clock] = [start, startClock(of, start)];
  const runs: [number, number][] = [];
  for (const [index, length] of minutes.entries()) {
    const from = at;
    at += length * minute;
    if (index % 2 === 0) runs.push([from, at]);
    clock = index % 2 === 0 ? pauseClock(clock, of.hours, at) : resumeClock(clock, of, at);
  }
  return { clock, at, runs };
}

describe("a clock that is paused and resumed at any times", () => {
  it("has run for exactly its target when it is breached", () => {
    fc.assert(
      fc.property(terms, steps, (of, minutes) => {
        const { clock, at, runs } = played(of, minutes);
        const last = clock.phase === "running" ? fire(clock, clock.breachAt ?? at).clock : clock;
        if (last.reached !== "breach" || last.breachAt === null) return;
        const until = last.breachAt;
        if (clock.phase === "running") runs.push([at, until]);
        const ran = runs.map(([from, to]) => businessMsBetween(of.hours, from, Math.min(to, until)));
        expect(ran.reduce((sum, one) => sum + one, 0)).toBe(of.targetMs);
      }),
      { numRuns: 300 },
    );
  });

  it("is never breached sooner for having been paused", () => {
    fc.assert(
      fc.property(terms, steps, (of, minutes) => {
        const [whole, { clock }] = [startClock(of, start).breachAt, played(of, minutes)];
        if (clock.breachAt !== null) expect(clock.breachAt).toBeGreaterThanOrEqual(whole ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  it("has as much left after a pause as before it", () => {
    fc.assert(
      fc.property(terms, steps, fc.nat(5_000), (of, minutes, pause) => {
        const { clock, at } = played(of, minutes);
        const paused = pauseClock(clock, of.hours, at);
        const again = pauseClock(resumeClock(paused, of, at + pause * minute), of.hours, at + pause * minute);
        expect(again).toMatchObject({ spentMs: paused.spentMs, reached: paused.reached });
      }),
    );
  });

  it("comes to the same whether its timers fire in time, late, twice or never", () => {
    fc.assert(
      fc.property(terms, fc.nat(3_000), fc.array(fc.nat(3_000), { maxLength: 5 }), (of, end, looks) => {
        const stop = start + end * minute;
        const times = looks.map((minutes) => start + minutes * minute).filter((at) => at <= stop);
        const looked = times.reduce((clock, at) => fire(clock, at).clock, startClock(of, start));
        expect(pauseClock(looked, of.hours, stop)).toEqual(pauseClock(startClock(of, start), of.hours, stop));
      }),
    );
  });
});
