import { describe, expect, it } from "vitest";
import { applyCalendar, type CalendarMode } from "../../../src/core/hours/apply-calendar.ts";
import { calendarOf, importedAt, office } from "./calendars.ts";
import { holiday } from "./opening-hours.ts";

const christmas = { ...holiday("2026-12-25"), name: "Christmas Day" };
const calendar = calendarOf(
  ["DTSTART;VALUE=DATE:20261225", "SUMMARY:Christmas Day"],
  ["DTSTART;VALUE=DATE:20270101", "SUMMARY:New Year"],
);
const newYear = { ...holiday("2027-01-01"), name: "New Year" };

function applied(mode: CalendarMode, ...exceptions: readonly (typeof christmas)[]) {
  const result = applyCalendar(calendar, { ...office, exceptions }, mode, importedAt);
  if (result.status === "refused") throw new Error(JSON.stringify(result.problems));
  return result;
}

describe("a calendar in hours", () => {
  it("is merged with what there is, which it replaces where it speaks of the same day", () => {
    const own = holiday("2026-12-28");
    const old = { ...holiday("2026-12-25", "09:00-12:00"), name: "Half of it" };
    const { hours, ...told } = applied("merge", own, old);
    expect(hours.exceptions).toEqual([christmas, own, newYear]);
    expect(told).toMatchObject({
      ...{ added: [newYear], changed: [{ before: old, after: christmas }], removed: [], unchanged: 0, leftOut: [] },
    });
  });

  it("may replace all there is", () => {
    const own = holiday("2026-12-28");
    const { hours, removed, unchanged } = applied("replace", own, christmas);
    expect([hours.exceptions, removed, unchanged]).toEqual([[christmas, newYear], [own], 1]);
  });

  it.each(["merge", "replace"] as const)("that is in them already changes nothing (%s)", (mode) => {
    const before = { ...office, exceptions: [newYear, christmas] };
    const result = applyCalendar(calendar, before, mode, importedAt);
    expect(result).toMatchObject({ status: "applied", added: [], changed: [], removed: [], unchanged: 2 });
    expect(result.status === "applied" && result.hours).toBe(before);
  });

  it("takes its time from the week's windows, so that a meeting that was moved leaves nothing behind", () => {
    const meeting = (at: string) => calendarOf([`DTSTART:20261203T${at}00`, "DURATION:PT1H"]);
    const first = applyCalendar(meeting("1000"), office, "merge", importedAt);
    if (first.status === "refused") throw new Error(JSON.stringify(first.problems));
    const second = applyCalendar(meeting("1400"), first.hours, "merge", importedAt);
    expect(second).toMatchObject({
      changed: [
        {
          after: {
            windows: [
              { from: "09:00", to: "12:00" },
              { from: "13:00", to: "14:00" },
              { from: "15:00", to: "17:00" },
            ],
          },
        },
      ],
    });
  });

  it("is refused when they would have too many exceptions, or too much in them", () => {
    const days = Array.from({ length: 400 }, (_, index) =>
      holiday(new Date(Date.UTC(2030, 0, 1 + index)).toISOString().slice(0, 10)),
    );
    expect(applyCalendar(calendar, { ...office, exceptions: days }, "merge", importedAt)).toMatchObject({
      status: "refused",
      problems: [{ line: 1, message: expect.stringContaining("402 exceptions") }],
    });
    const long = calendarOf(["DTSTART:20261201", "RRULE:FREQ=DAILY;COUNT=300", `SUMMARY:${"x".repeat(200)}`]);
    expect(applyCalendar(long, office, "merge", importedAt)).toMatchObject({
      problems: [{ message: expect.stringContaining("bytes") }],
    });
  });
});
