import { describe, expect, it } from "vitest";
import { addBusinessMs, businessMsBetween } from "../../../src/core/hours/business-time.ts";
import { everyDay, holiday, hoursIn, weekOf, workdays } from "./opening-hours.ts";

const minute = 60_000;
const hour = 60 * minute;
const at = (written: string) => Date.parse(written);
const office = hoursIn("Europe/Berlin", workdays("09:00-12:00 13:00-17:00"), [
  holiday("2026-12-25"),
  holiday("2026-12-24", "09:00-12:00"),
]);
const nights = hoursIn("Europe/Berlin", weekOf({ saturday: "22:00-06:00" }));
const neverOpen = hoursIn("Europe/Berlin", everyDay(""));

describe("business time between two moments", () => {
  it.each([
    ["a morning with the break left out", "2026-11-23T11:00+01:00", "2026-11-23T14:00+01:00", 2 * hour],
    ["nothing at night", "2026-11-23T18:00+01:00", "2026-11-24T08:00+01:00", 0],
    ["nothing over a weekend", "2026-11-27T17:00+01:00", "2026-11-30T09:00+01:00", 0],
    ["half a holiday and none of a whole one", "2026-12-24T00:00+01:00", "2026-12-28T00:00+01:00", 3 * hour],
    ["a week", "2026-11-23T00:00+01:00", "2026-11-30T00:00+01:00", 35 * hour],
    ["single milliseconds", "2026-11-23T08:59:59.999+01:00", "2026-11-23T09:00:00.002+01:00", 2],
    ["nothing backwards", "2026-11-24T12:00+01:00", "2026-11-23T12:00+01:00", 0],
  ])("is %s", (_, from, to, expected) => {
    expect(businessMsBetween(office, at(from), at(to))).toBe(expected);
  });

  it("is an hour less in the night that skips one, an hour more in the night that has one twice", () => {
    const night = (day: string) => businessMsBetween(nights, at(`${day}T12:00Z`), at(`${day}T12:00Z`) + 24 * hour);
    expect([night("2026-03-28"), night("2026-10-24"), night("2026-11-21")]).toEqual([7 * hour, 9 * hour, 8 * hour]);
  });

  it("is what the clock on the wall says where there are no hours", () => {
    expect(businessMsBetween(null, 1_000, 5_000)).toBe(4_000);
    expect(businessMsBetween(null, 5_000, 1_000)).toBe(0);
  });
});

describe("a moment some business time later", () => {
  it.each([
    ["is within the day", office, "2026-11-23T09:00+01:00", hour, "2026-11-23T10:00+01:00"],
    ["is the end of the day, not the next morning", office, "2026-11-23T16:00+01:00", hour, "2026-11-23T17:00+01:00"],
    ["skips the break", office, "2026-11-23T11:30+01:00", hour, "2026-11-23T13:30+01:00"],
    ["begins with the next opening", office, "2026-11-22T12:00+01:00", 90 * minute, "2026-11-23T10:30+01:00"],
    ["skips holidays and the weekend", office, "2026-12-24T11:00+01:00", 2 * hour, "2026-12-28T10:00+01:00"],
    ["is the same at no time at all", office, "2026-11-22T12:00+01:00", 0, "2026-11-22T12:00+01:00"],
    [
      "comes an hour of the clock later where one is skipped",
      nights,
      "2026-03-28T23:00+01:00",
      4 * hour,
      "2026-03-29T04:00+02:00",
    ],
    [
      "comes an hour of the clock earlier where one is doubled",
      nights,
      "2026-10-24T23:00+02:00",
      4 * hour,
      "2026-10-25T02:00+01:00",
    ],
    ["goes over midnight", nights, "2026-11-21T23:00+01:00", 3 * hour, "2026-11-22T02:00+01:00"],
  ])("%s", (_, hours, from, ms, expected) => {
    const found = addBusinessMs(hours, at(from), ms);
    expect(found && new Date(found).toISOString()).toBe(new Date(at(expected)).toISOString());
  });

  it("is never where it is not open long enough within 400 days", () => {
    expect(addBusinessMs(neverOpen, at("2026-11-23T12:00Z"), 1)).toBeNull();
    const once = hoursIn("UTC", everyDay(""), [holiday("2026-12-01", "09:00-10:00")]);
    expect(addBusinessMs(once, at("2026-11-23T12:00Z"), hour)).toBe(at("2026-12-01T10:00Z"));
    expect(addBusinessMs(once, at("2026-11-23T12:00Z"), hour + 1)).toBeNull();
  });

  it("is as far away as it has to be on the clock on the wall", () => {
    expect(addBusinessMs(null, 0, 500 * 24 * hour)).toBe(500 * 24 * hour);
  });
});
