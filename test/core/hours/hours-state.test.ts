import { describe, expect, test } from "vitest";
import { hoursStateAt, nextChange, nextOpening } from "../../../src/core/hours/hours-state.ts";
import { openIntervals } from "../../../src/core/hours/open-intervals.ts";
import { everyDay, holiday, hoursIn, weekOf, workdays } from "./opening-hours.ts";

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString().replace(":00.000Z", "Z"));
const at = (written: string) => Date.parse(written);

describe("an office in Berlin, Monday to Friday, 9 to 12 and 13 to 17", () => {
  const office = hoursIn("Europe/Berlin", workdays("09:00-12:00 13:00-17:00"), [
    holiday("2026-12-25"),
    holiday("2026-12-24", "09:00-12:00"),
    { date: "2026-11-21", name: "Open Saturday", isHoliday: false, windows: [{ from: "10:00", to: "14:00" }] },
    { date: "2026-11-24", name: "Moving", isHoliday: false, windows: [] },
  ]);

  test.each([
    ["the moment before it opens", "2026-11-23T08:59:59.999+01:00", "closed"],
    ["the moment it opens", "2026-11-23T09:00+01:00", "open"],
    ["the last moment before the break", "2026-11-23T11:59:59.999+01:00", "open"],
    ["the break", "2026-11-23T12:00+01:00", "closed"],
    ["the afternoon", "2026-11-23T13:00+01:00", "open"],
    ["the end of the day", "2026-11-23T17:00+01:00", "closed"],
    ["a Sunday", "2026-11-22T11:00+01:00", "closed"],
    ["a Saturday that is open by exception", "2026-11-21T10:00+01:00", "open"],
    ["a Tuesday that is closed by exception", "2026-11-24T10:00+01:00", "closed"],
    ["a holiday", "2026-12-25T10:00+01:00", "holiday"],
    ["the first moment of a holiday", "2026-12-25T00:00+01:00", "holiday"],
    ["the last moment of a holiday", "2026-12-25T23:59:59.999+01:00", "holiday"],
    ["the day after a holiday", "2026-12-26T00:00+01:00", "closed"],
    ["the open part of a half holiday", "2026-12-24T11:00+01:00", "open"],
    ["the rest of a half holiday", "2026-12-24T12:00+01:00", "holiday"],
    ["in summer, by the clock there", "2026-07-01T07:00Z", "open"],
  ])("%s", (_, when, state) => {
    expect(hoursStateAt(office, at(when))).toBe(state);
  });

  test.each([
    ["says the same moment while it is open", "2026-11-23T10:00+01:00", "2026-11-23T09:00Z"],
    ["finds the end of the break", "2026-11-23T12:30+01:00", "2026-11-23T12:00Z"],
    ["skips the weekend", "2026-11-27T17:00+01:00", "2026-11-30T08:00Z"],
    ["skips holidays and the weekend behind them", "2026-12-24T12:00+01:00", "2026-12-28T08:00Z"],
    ["follows the change to summer time", "2026-03-27T18:00+01:00", "2026-03-30T07:00Z"],
  ])("the next opening %s", (_, when, expected) => {
    expect(iso(nextOpening(office, at(when)))).toBe(expected);
  });

  test.each([
    ["the opening", "2026-11-23T08:00+01:00", "2026-11-23T08:00Z"],
    ["the closing", "2026-11-23T09:00+01:00", "2026-11-23T11:00Z"],
    ["the end of a half holiday's windows", "2026-12-24T10:00+01:00", "2026-12-24T11:00Z"],
    ["nothing at midnight between two holidays", "2026-12-24T12:00+01:00", "2026-12-25T23:00Z"],
  ])("the next change is %s", (_, when, expected) => {
    expect(iso(nextChange(office, at(when)))).toBe(expected);
  });
});

describe("windows over midnight", () => {
  const bar = hoursIn("Europe/Berlin", weekOf({ friday: "22:00-02:00", saturday: "23:00-24:00" }), [
    holiday("2026-11-28"),
  ]);

  test.each([
    ["belong to the day they begin", "2026-11-21T01:59+01:00", "open"],
    ["end on the next day", "2026-11-21T02:00+01:00", "closed"],
    ["reach into a holiday", "2026-11-28T01:00+01:00", "open"],
    ["and end there", "2026-11-28T02:00+01:00", "holiday"],
    ["do not begin on a holiday", "2026-11-28T23:30+01:00", "holiday"],
    ["may end at 24:00", "2026-11-21T23:59+01:00", "open"],
    ["which is the day's end", "2026-11-22T00:00+01:00", "closed"],
  ])("%s", (_, when, state) => {
    expect(hoursStateAt(bar, at(when))).toBe(state);
  });

  test("a window that ends when it begins lasts a day", () => {
    const once = hoursIn("UTC", weekOf({ monday: "09:00-09:00" }));
    expect([...openIntervals(once, at("2026-11-22T00:00Z"), at("2026-11-26T00:00Z"))]).toEqual([
      { start: at("2026-11-23T09:00Z"), end: at("2026-11-24T09:00Z") },
    ]);
  });
});

describe("never and always", () => {
  const never = hoursIn("America/New_York", everyDay(""));
  const always = hoursIn("America/New_York", everyDay("00:00-24:00"));
  const now = at("2026-11-21T12:00Z");

  test("what never opens has no opening and no change", () => {
    expect([hoursStateAt(never, now), nextOpening(never, now), nextChange(never, now)]).toEqual(["closed", null, null]);
  });

  test("what is always open is open now and never changes", () => {
    expect([hoursStateAt(always, now), nextOpening(always, now), nextChange(always, now)]).toEqual(["open", now, null]);
  });

  test("days that touch are one interval, also over a change of the clocks", () => {
    const [from, until] = [at("2026-10-20T00:00Z"), at("2026-11-10T00:00Z")];
    expect([...openIntervals(always, from, until)]).toEqual([{ start: from, end: until }]);
    const inShifts = hoursIn("America/New_York", everyDay("02:00-09:30 09:30-18:00 18:00-02:00"));
    expect([...openIntervals(inShifts, from, until)]).toEqual([{ start: from, end: until }]);
  });

  test("a holiday ends what is always open, and it goes on afterwards", () => {
    const nearly = hoursIn("America/New_York", always.week, [holiday("2027-01-01")]);
    expect(iso(nextChange(nearly, now))).toBe("2027-01-01T05:00Z");
    expect(iso(nextChange(nearly, at("2027-01-01T12:00Z")))).toBe("2027-01-02T05:00Z");
    expect(iso(nextOpening(nearly, at("2027-01-01T12:00Z")))).toBe("2027-01-02T05:00Z");
  });

  test("a holiday is missed until the next day's own windows begin", () => {
    const inDuties = hoursIn("UTC", everyDay("09:00-09:00"), [holiday("2027-01-01")]);
    expect(iso(nextChange(inDuties, now))).toBe("2027-01-01T09:00Z");
    expect(iso(nextOpening(inDuties, at("2027-01-01T12:00Z")))).toBe("2027-01-02T09:00Z");
  });

  test("what is closed but for one dated day opens on it, if it is within 400 days", () => {
    const once = hoursIn("America/New_York", never.week, [
      { date: "2027-12-24", name: "Fair", isHoliday: false, windows: [{ from: "10:00", to: "11:00" }] },
    ]);
    expect(iso(nextOpening(once, now))).toBe("2027-12-24T15:00Z");
    expect(nextOpening(once, at("2026-11-01T12:00Z"))).toBeNull();
    expect(nextOpening(once, at("2027-12-24T16:00Z"))).toBeNull();
  });

  test("a holiday without any opening is a change, and so is its end", () => {
    const shut = hoursIn("America/New_York", never.week, [holiday("2026-12-25"), holiday("2026-12-26")]);
    expect(iso(nextChange(shut, now))).toBe("2026-12-25T05:00Z");
    expect(iso(nextChange(shut, at("2026-12-25T12:00Z")))).toBe("2026-12-27T05:00Z");
    expect(nextChange(shut, at("2026-12-28T12:00Z"))).toBeNull();
  });
});

describe("when the clocks change", () => {
  const onSunday = (written: string, day: string) => {
    const hours = hoursIn("Europe/Berlin", weekOf({ sunday: written }));
    return [...openIntervals(hours, at(day) - 86_400_000, at(day) + 2 * 86_400_000)].map(
      ({ start, end }) => `${iso(start)} ${iso(end)}`,
    );
  };

  test.each([
    ["a doubled hour counts in full", "02:00-03:00", "2026-10-25", ["2026-10-25T00:00Z 2026-10-25T02:00Z"]],
    ["a doubled time opens once", "02:30-06:00", "2026-10-25", ["2026-10-25T00:30Z 2026-10-25T05:00Z"]],
    ["and closes at its second time", "00:30-02:30", "2026-10-25", ["2026-10-24T22:30Z 2026-10-25T01:30Z"]],
    ["a skipped window does not open", "02:10-02:50", "2026-03-29", []],
    ["a skipped opening is at the jump", "02:30-06:00", "2026-03-29", ["2026-03-29T01:00Z 2026-03-29T04:00Z"]],
    ["a skipped closing is at the jump", "00:30-02:30", "2026-03-29", ["2026-03-28T23:30Z 2026-03-29T01:00Z"]],
  ])("in Berlin, %s", (_, written, day, expected) => {
    expect(onSunday(written, day)).toEqual(expected);
  });

  test("a day that begins at one o'clock is that day, whole", () => {
    // In São Paulo midnight was skipped on this day.
    const day = hoursIn("America/Sao_Paulo", weekOf({ sunday: "00:00-24:00" }));
    expect([...openIntervals(day, at("2018-11-03T00:00Z"), at("2018-11-08T00:00Z"))]).toEqual([
      { start: at("2018-11-04T03:00Z"), end: at("2018-11-05T02:00Z") },
    ]);
  });

  test("a holiday goes on when the clock jumps back over midnight", () => {
    // In Newfoundland, from 00:01 to 23:01 of the day before.
    const shut = hoursIn("America/St_Johns", weekOf({}), [holiday("2010-11-07")]);
    expect(hoursStateAt(shut, at("2010-11-07T02:29Z"))).toBe("closed");
    expect(hoursStateAt(shut, at("2010-11-07T02:45Z"))).toBe("holiday");
  });

  test("a day that is left out altogether does not open", () => {
    // Samoa went over the date line on the 30th, a Friday.
    const fridays = hoursIn("Pacific/Apia", weekOf({ thursday: "09:00-10:00", friday: "09:00-10:00" }));
    const found = [...openIntervals(fridays, at("2011-12-27T00:00Z"), at("2012-01-05T00:00Z"))];
    expect(found.map(({ start }) => iso(start))).toEqual(["2011-12-29T19:00Z", "2012-01-04T19:00Z"]);
  });
});
