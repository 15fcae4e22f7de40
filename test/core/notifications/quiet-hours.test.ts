import { describe, expect, test } from "vitest";
import { type QuietHours, quietUntil } from "../../../src/core/notifications/quiet-hours.ts";

const night: QuietHours = { timeZone: null, from: "22:00", to: "07:00", letsUrgentThrough: true };
const until = (hours: QuietHours, zone: string, at: string) => {
  const end = quietUntil(hours, zone, Date.parse(at));
  return end === null ? null : new Date(end).toISOString();
};

describe("quiet hours", () => {
  test.each([
    ["before them", "2026-11-21T20:59:59Z", null],
    ["when they begin", "2026-11-21T21:00:00Z", "2026-11-22T06:00:00.000Z"],
    ["before midnight", "2026-11-21T22:59:00Z", "2026-11-22T06:00:00.000Z"],
    ["after midnight", "2026-11-22T02:00:00Z", "2026-11-22T06:00:00.000Z"],
    ["at the last moment", "2026-11-22T05:59:59Z", "2026-11-22T06:00:00.000Z"],
    ["when they end", "2026-11-22T06:00:00Z", null],
  ])("over midnight, %s", (_when, at, expected) => {
    expect(until(night, "Europe/Berlin", at)).toBe(expected);
  });

  test("within a day", () => {
    const siesta = { ...night, from: "13:00", to: "15:30" };
    expect(until(siesta, "Europe/Madrid", "2026-11-21T12:30:00Z")).toBe("2026-11-21T14:30:00.000Z");
    expect(until(siesta, "Europe/Madrid", "2026-11-21T15:00:00Z")).toBeNull();
  });

  test("end by the clock on the wall when the clocks change", () => {
    expect(until(night, "Europe/Berlin", "2026-03-28T23:30:00Z")).toBe("2026-03-29T05:00:00.000Z");
    expect(until(night, "Europe/Berlin", "2026-10-24T23:30:00Z")).toBe("2026-10-25T06:00:00.000Z");
  });

  test("of no length, or written as nobody can read, are none", () => {
    expect(until({ ...night, to: "22:00" }, "UTC", "2026-11-21T22:00:00Z")).toBeNull();
    expect(until({ ...night, from: "late" }, "UTC", "2026-11-21T22:00:00Z")).toBeNull();
  });

  test("in a zone that does not exist are read as UTC, and hold nothing back for ever", () => {
    expect(until(night, "Nowhere/Land", "2026-11-21T23:00:00Z")).toBe("2026-11-22T07:00:00.000Z");
  });
});
