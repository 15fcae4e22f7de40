import type { Hours, Weekday, Window } from "./hours.ts";
import { parseDate, parseTime } from "./parse-time.ts";
import { type TimeZone, timeZoneNamed } from "./time-zone.ts";

/** Hours made ready for counting. Days are numbered from 1970-01-01, whatever the zone; minutes count from midnight. */
export interface CompiledHours {
  readonly zone: TimeZone;
  /** By weekday, Monday first. */
  readonly week: readonly (readonly Span[])[];
  readonly exceptions: ReadonlyMap<number, CompiledException>;
  /** The days of the exceptions, in order. */
  readonly exceptionDays: readonly number[];
  /** The days that are holidays after one that is none, or the other way round, in order. */
  readonly holidayChanges: readonly number[];
  /** All ordinary days together leave no minute out, or have none: they need not be looked at one by one. */
  readonly coverage: "full" | "empty" | "partial";
}

/** Over midnight, `to` is more than a day. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface CompiledException {
  readonly isHoliday: boolean;
  readonly spans: readonly Span[];
}

export const minutesPerDay = 1_440;

const weekdays: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const compiled = new WeakMap<Hours, CompiledHours>();

/** @throws for hours that `checkHours` finds errors in. */
export function compileHours(hours: Hours): CompiledHours {
  const known = compiled.get(hours);
  if (known) return known;
  const fresh = compile(hours);
  compiled.set(hours, fresh);
  return fresh;
}

/** Whether they have none of the errors of `checkHours`. */
export function canCompileHours(hours: Hours): boolean {
  try {
    compileHours(hours);
    return true;
  } catch {
    return false;
  }
}

function compile(hours: Hours): CompiledHours {
  const zone = timeZoneNamed(hours.timeZone);
  const week = weekdays.map((weekday) => hours.week[weekday].map((window) => spanOf(window, hours.id)));
  const exceptions = new Map(
    hours.exceptions.map(({ date, isHoliday, windows }) => {
      const day = parseDate(date);
      if (day === null) throw new Error(`Hours ${hours.id}: ${date} is no date.`);
      return [day, { isHoliday, spans: windows.map((window) => spanOf(window, hours.id)) }];
    }),
  );
  const exceptionDays = [...exceptions.keys()].sort((one, other) => one - other);
  const isHoliday = (day: number) => exceptions.get(day)?.isHoliday ?? false;
  const holidayChanges = [...new Set(exceptionDays.flatMap((day) => [day, day + 1]))].filter(
    (day) => isHoliday(day) !== isHoliday(day - 1),
  );
  return { zone, week, exceptions, exceptionDays, holidayChanges, coverage: coverageOf(week) };
}

function spanOf(window: Window, id: string): Span {
  const span = readWindow(window);
  if (span === null) throw new Error(`Hours ${id}: ${window.from} to ${window.to} is no time of day.`);
  return span;
}

export function readWindow({ from, to }: Window): Span | null {
  const [start, end] = [parseTime(from), parseTime(to)];
  if (start === null || end === null || start === minutesPerDay) return null;
  return { from: start, to: end > start ? end : end + minutesPerDay };
}

function coverageOf(week: CompiledHours["week"]): CompiledHours["coverage"] {
  const spans = week.flatMap((day, index) => day.map((span) => shifted(span, index * minutesPerDay)));
  if (spans.length === 0) return "empty";
  const wholeWeek = 7 * minutesPerDay;
  // What reaches over Sunday's midnight is Monday's.
  const overlapping = spans.flatMap((span) => [span, shifted(span, -wholeWeek)]);
  let covered = 0;
  for (const { from, to } of overlapping.sort((one, other) => one.from - other.from)) {
    if (from <= covered) covered = Math.max(covered, to);
  }
  return covered >= wholeWeek ? "full" : "partial";
}

function shifted({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by };
}

/** Of a day: its exception's windows, else its weekday's. */
export function spansOn({ week, exceptions }: CompiledHours, day: number): readonly Span[] {
  // Day 0 was a Thursday.
  return exceptions.get(day)?.spans ?? week[(((day + 3) % 7) + 7) % 7] ?? [];
}
