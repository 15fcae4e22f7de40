import { describe, expect, test } from "vitest";
import { checkHours, isClosedForEver } from "../../../src/core/hours/check-hours.ts";
import type { Hours } from "../../../src/core/hours/hours.ts";
import { everyDay, holiday, hoursIn, weekOf, windows, workdays } from "./opening-hours.ts";

const at = Date.parse("2026-11-21T12:00Z");
const sound = hoursIn("Europe/Berlin", workdays("09:00-12:00 12:00-17:00"), [holiday("2026-12-25")]);
const week = (written: Parameters<typeof weekOf>[0]) => ({ ...sound, week: { ...sound.week, ...weekOf(written) } });
const found = (hours: Hours) => checkHours(hours, at).map(({ path, code, severity }) => [path, code, severity]);

test.each([
  ["office hours with a holiday", sound],
  ["windows that touch", hoursIn("UTC", everyDay("00:00-12:00 12:00-24:00"))],
  ["nights that end before the next day's windows begin", hoursIn("UTC", everyDay("08:00-12:00 22:00-08:00"))],
  ["a leap day", hoursIn("UTC", everyDay("09:00-17:00"), [holiday("2028-02-29")])],
])("finds nothing wrong with %s", (_, hours) => {
  expect(checkHours(hours, at)).toEqual([]);
});

test.each([
  ["an unknown time zone", { ...sound, timeZone: "Europe/Atlantis" }, "timeZone", "unknown-time-zone", "error"],
  ["no time zone", { ...sound, timeZone: "" }, "timeZone", "unknown-time-zone", "error"],
  ["a time without a zero", week({ tuesday: "9:00-17:00" }), "week.tuesday.0", "bad-time", "error"],
  ["an hour that does not exist", week({ tuesday: "09:00-12:00 13:00-25:00" }), "week.tuesday.1", "bad-time", "error"],
  ["a minute that does not exist", week({ tuesday: "09:00-12:60" }), "week.tuesday.0", "bad-time", "error"],
  ["a window from 24:00", week({ tuesday: "24:00-02:00" }), "week.tuesday.0", "bad-time", "error"],
  [
    "windows that overlap",
    week({ tuesday: "09:00-12:00 11:59-17:00" }),
    "week.tuesday",
    "overlapping-windows",
    "warning",
  ],
  [
    "a night that reaches into the next day's window",
    week({ sunday: "22:00-02:00", monday: "01:00-03:00" }),
    "week.monday",
    "overlapping-windows",
    "warning",
  ],
  [
    "a day that does not exist",
    { ...sound, exceptions: [holiday("2026-02-30")] },
    "exceptions.0.date",
    "bad-date",
    "error",
  ],
  [
    "a date in another form",
    { ...sound, exceptions: [holiday("25.12.2026")] },
    "exceptions.0.date",
    "bad-date",
    "error",
  ],
  [
    "the same date twice",
    { ...sound, exceptions: [holiday("2026-12-24"), holiday("2026-12-24", "09:00-12:00")] },
    "exceptions.1.date",
    "repeated-date",
    "error",
  ],
  [
    "a bad time on a dated day",
    { ...sound, exceptions: [{ date: "2026-12-24", name: "", isHoliday: true, windows: windows("09:00-noon") }] },
    "exceptions.0.windows.0",
    "bad-time",
    "error",
  ],
  ["what never opens", hoursIn("UTC", everyDay("")), "week", "closed-for-ever", "warning"],
] as const)("finds %s", (_, hours, path, code, severity) => {
  expect(found(hours)).toEqual([[path, code, severity]]);
});

test("names the part and the hours, and says what to do", () => {
  const [problem] = checkHours({ ...sound, timeZone: "Mars" }, at);
  expect(problem?.part).toBe("hours/office");
  expect(problem?.message).toBe('Hours "Office": there is no time zone "Mars". Write it as in Europe/Berlin.');
});

describe("closed for ever", () => {
  const fair = (date: string) => hoursIn("UTC", everyDay(""), [{ ...holiday(date, "10:00-12:00"), isHoliday: false }]);

  test.each([
    ["hours without windows", hoursIn("UTC", everyDay("")), true],
    ["hours whose only dated day is over", fair("2026-11-01"), true],
    ["hours with a dated day to come", fair("2026-12-01"), false],
    ["office hours", sound, false],
    ["hours that cannot be counted with", { ...sound, timeZone: "Mars" }, false],
  ])("%s: %s", (_, hours, isClosed) => {
    expect(isClosedForEver(hours, at)).toBe(isClosed);
  });
});
