import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Hours, Window } from "../../../src/core/hours/hours.ts";
import { hoursStateAt, nextChange, nextOpening } from "../../../src/core/hours/hours-state.ts";
import type { HoursState } from "../../../src/core/rules/rule.ts";
import { hoursIn, weekOf } from "./opening-hours.ts";

const minute = 60_000;
const day = 1_440 * minute;

/** Zones with a day on which something happens to their clocks. */
const places = [
  ["Europe/Berlin", "2026-03-29"],
  ["Europe/Berlin", "2026-10-25"],
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["Asia/Kolkata", "2026-06-01"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Africa/Casablanca", "2026-02-15"],
  ["Africa/Casablanca", "2026-03-22"],
  ["UTC", "2026-03-29"],
  ["America/Sao_Paulo", "2018-02-18"],
  ["America/Sao_Paulo", "2018-11-04"],
  // Back from 00:01 to 23:01 of the day before.
  ["America/St_Johns", "2010-11-07"],
] as const;

/** Minute by minute: what the clocks show, the latest they have shown, and the earliest they will show again. */
function clocks(zone: string, date: string) {
  const start = Date.parse(`${date}T00:00Z`) - 4 * day;
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const shown = Array.from({ length: 9 * 1_440 }, (_, index) => {
    const [, d = "", m = "", y = "", time = ""] =
      /(\d+)\/(\d+)\/(\d+), (.*)/.exec(format.format(start + index * minute)) ?? [];
    return Date.parse(`${y}-${m}-${d}T${time}Z`);
  });
  let latest = 0;
  const reached = shown.map((wall) => (latest = Math.max(latest, wall)));
  let earliest = Number.POSITIVE_INFINITY;
  const toCome = shown
    .toReversed()
    .map((wall) => (earliest = Math.min(earliest, wall)))
    .toReversed();
  return { start, reached, toCome };
}

type Clocks = ReturnType<typeof clocks>;

const names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Slow and simple: every window of every day is tried at every minute. */
function statesOf(hours: Hours, { reached, toCome }: Clocks): HoursState[] {
  const [first = 0, last = 0] = [reached[0], reached.at(-1)];
  const open: { from: number; to: number }[] = [];
  const exceptionOn = (midnight: number) =>
    hours.exceptions.find(({ date }) => Date.parse(`${date}T00:00Z`) === midnight);
  for (let midnight = Math.floor(first / day - 2) * day; midnight <= last; midnight += day) {
    const weekday = names[new Date(midnight).getUTCDay()] ?? "sunday";
    for (const { from, to } of exceptionOn(midnight)?.windows ?? hours.week[weekday]) {
      const length = minutesOf(to) > minutesOf(from) ? 0 : day;
      open.push({ from: midnight + minutesOf(from) * minute, to: midnight + minutesOf(to) * minute + length });
    }
  }
  return reached.map((wall, index) => {
    if (open.some(({ from, to }) => wall >= from && (toCome[index] ?? 0) < to)) return "open";
    return exceptionOn(Math.floor(wall / day) * day)?.isHoliday ? "holiday" : "closed";
  });
}

const time = (most: number) =>
  fc
    .oneof(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 240 }), fc.constantFrom(0, most))
    .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`);
const window: fc.Arbitrary<Window> = fc.record({ from: time(1_439), to: time(1_440) });
const windowsOfDay = fc.oneof(fc.array(window, { maxLength: 3 }), fc.constant([{ from: "00:00", to: "24:00" }]));

function arbitraryHours(zone: string, date: string): fc.Arbitrary<Hours> {
  const middle = Date.parse(`${date}T00:00Z`);
  const exception = fc.record({
    date: fc.integer({ min: -2, max: 2 }).map((days) => new Date(middle + days * day).toISOString().slice(0, 10)),
    name: fc.constant(""),
    isHoliday: fc.boolean(),
    windows: windowsOfDay,
  });
  const week = fc.oneof(
    fc.record(Object.fromEntries(names.map((name) => [name, windowsOfDay]))),
    windowsOfDay.map((same) => Object.fromEntries(names.map((name) => [name, same]))),
  );
  return fc
    .tuple(week, fc.uniqueArray(exception, { maxLength: 3, selector: ({ date: on }) => on }))
    .map(([generated, exceptions]) => hoursIn(zone, { ...weekOf({}), ...generated }, exceptions));
}

describe.each(places)("%s around %s", (zone, date) => {
  const known = clocks(zone, date);
  // The edges of what the oracle knows are left out: it has not seen what was open before.
  const [first, last] = [3 * 1_440, 6 * 1_440];

  test("is open, closed or on holiday as a minute-by-minute count says", () => {
    fc.assert(
      fc.property(arbitraryHours(zone, date), (hours) => {
        const states = statesOf(hours, known);
        for (let index = first; index < last; index += 1) {
          const at = known.start + index * minute;
          if (hoursStateAt(hours, at) !== states[index]) {
            expect([new Date(at).toISOString(), hoursStateAt(hours, at)]).toEqual([0, states[index]]);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test("changes and opens next when that count does", () => {
    fc.assert(
      fc.property(
        arbitraryHours(zone, date),
        fc.array(fc.integer({ min: first, max: last }), { minLength: 20 }),
        (hours, indexes) => {
          const states = statesOf(hours, known);
          const atOf = (index: number) => (index < 0 || index >= last ? "later" : known.start + index * minute);
          const orLater = (at: number | null) => (at === null || at >= known.start + last * minute ? "later" : at);
          for (const index of indexes) {
            const at = known.start + index * minute;
            const change = states.findIndex((state, later) => later > index && state !== states[index]);
            const opening = states.findIndex((state, later) => later >= index && state === "open");
            expect(orLater(nextChange(hours, at))).toBe(atOf(change));
            expect(orLater(nextOpening(hours, at))).toBe(atOf(opening));
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
