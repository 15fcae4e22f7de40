import { parseDate } from "./parse-time.ts";
import type { CalendarLine } from "./read-calendar-lines.ts";

const dayMs = 86_400_000;

/** A day or a time of an event, as it is written. */
export interface CalendarTime {
  readonly isDate: boolean;
  /** What a calendar or clock shows there, as if it were UTC. */
  readonly wall: number;
  /** `UTC`, or as the file calls it; `null`: wherever one is. */
  readonly zone: string | null;
}

/** Days are as long as they are; the rest is exact. */
export interface CalendarLength {
  readonly days: number;
  readonly ms: number;
}

/** What makes moments of what clocks show, by the name of a zone; `null`: nobody knows it. */
export type ZoneNamed = (zone: string | null) => ((wall: number) => number) | null;

/** All values of a line, which may be several with commas in between; `null`: one of them is no time. */
export function readTimes({ value, parameters }: CalendarLine): readonly CalendarTime[] | null {
  const times = value.split(",").map((one) => readTime(one.trim(), parameters.get("TZID") ?? null));
  return times.every((time) => time !== null) ? times : null;
}

const written = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)(Z?))?$/;

export function readTime(value: string, zone: string | null): CalendarTime | null {
  const [all, year, month, day, hours, minutes, seconds, utc] = written.exec(value) ?? [];
  const number = all === undefined ? null : parseDate(`${year}-${month}-${day}`);
  if (number === null) return null;
  const midnight = number * dayMs;
  if (hours === undefined) return { isDate: true, wall: midnight, zone: null };
  // The leap second is the last one of its minute to everybody but clocks.
  const wall = midnight + ((Number(hours) * 60 + Number(minutes)) * 60 + Math.min(Number(seconds), 59)) * 1_000;
  return { isDate: false, wall, zone: utc === "Z" ? "UTC" : zone };
}

const duration = /^\+?P(?:(\d{1,6})W|(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?)$/;

/** `null`: it is none, or goes backwards. */
export function readDuration(value: string): CalendarLength | null {
  const [all, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = duration.exec(value.trim()) ?? [];
  if (all === undefined || !/\d[WDHMS]$/.test(all)) return null;
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  return { days: Number(weeks) * 7 + Number(days), ms };
}
