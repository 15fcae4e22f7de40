import fc from "fast-check";
import type { Hours, Weekday, Window } from "../../../src/core/hours/hours.ts";
import { hoursIn, weekOf } from "./opening-hours.ts";

const weekdays: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"] as const;

const time = (most: number) =>
  fc
    .integer({ min: 0, max: most })
    .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`);
const window: fc.Arbitrary<Window> = fc.record({ from: time(1_439), to: time(1_440) });
const windows = fc.array(window, { maxLength: 3 });

/** Hours of any kind: overlapping windows, windows over midnight, exceptions in the weeks around `middle`. */
export function arbitraryHours(middle: number): fc.Arbitrary<Hours> {
  const exception = fc.record({
    date: fc
      .integer({ min: -20, max: 20 })
      .map((days) => new Date(middle + days * 86_400_000).toISOString().slice(0, 10)),
    name: fc.constant(""),
    isHoliday: fc.boolean(),
    windows,
  });
  const week = fc.record(Object.fromEntries(weekdays.map((weekday) => [weekday, windows])));
  const exceptions = fc.uniqueArray(exception, { maxLength: 5, selector: ({ date }) => date });
  return fc
    .tuple(fc.constantFrom(...zones), week, exceptions)
    .map(([zone, generated, days]) => hoursIn(zone, { ...weekOf({}), ...generated }, days));
}
