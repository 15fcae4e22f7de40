import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessMs, businessMsBetween } from "../../../src/core/hours/business-time.ts";
import { hoursStateAt } from "../../../src/core/hours/hours-state.ts";
import { arbitraryHours } from "./arbitrary-hours.ts";

const day = 86_400_000;
/** Around both changes of the clocks of a year. */
const middles = [Date.UTC(2026, 2, 29), Date.UTC(2026, 9, 25)];
const moment = (middle: number) => fc.integer({ min: -12 * day, max: 12 * day }).map((offset) => middle + offset);

describe.each(middles)("business time around %d", (middle) => {
  const hours = fc.option(arbitraryHours(middle), { nil: null, freq: 10 });

  it("that is added is found again between the two moments, and not a moment sooner", () => {
    fc.assert(
      fc.property(hours, moment(middle), fc.integer({ min: 1, max: 20 * day }), (of, from, ms) => {
        const to = addBusinessMs(of, from, ms);
        if (to === null) return;
        expect(businessMsBetween(of, from, to)).toBe(ms);
        expect(businessMsBetween(of, from, to - 1)).toBe(ms - 1);
      }),
    );
  });

  it("never comes earlier for more of it", () => {
    fc.assert(
      fc.property(hours, moment(middle), fc.integer({ min: 0, max: day }), fc.nat(day), (of, from, ms, more) => {
        const [sooner, later] = [addBusinessMs(of, from, ms), addBusinessMs(of, from, ms + more)];
        expect(later === null || (sooner !== null && sooner <= later)).toBe(true);
      }),
    );
  });

  it("adds up over any moment in between", () => {
    fc.assert(
      fc.property(hours, fc.tuple(moment(middle), moment(middle), moment(middle)), (of, moments) => {
        const [first, second, third] = moments.toSorted((one, other) => one - other) as [number, number, number];
        const parts = businessMsBetween(of, first, second) + businessMsBetween(of, second, third);
        expect(parts).toBe(businessMsBetween(of, first, third));
      }),
    );
  });

  it("is what is counted minute by minute", () => {
    fc.assert(
      fc.property(arbitraryHours(middle), fc.nat(20_000), fc.nat(3_000), (of, start, length) => {
        const from = middle - 10 * day + start * 60_000;
        const minutes = Array.from({ length }, (_, index) => from + index * 60_000);
        const open = minutes.filter((at) => hoursStateAt(of, at) === "open").length;
        expect(businessMsBetween(of, from, from + length * 60_000)).toBe(open * 60_000);
      }),
      { numRuns: 20 },
    );
  });
});
