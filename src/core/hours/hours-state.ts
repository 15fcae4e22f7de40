import type { HoursState } from "../rules/rule.ts";
import { type CompiledHours, compileHours, minutesPerDay } from "./compile-hours.ts";
import type { Hours } from "./hours.ts";
import { openIntervals } from "./open-intervals.ts";

const day = minutesPerDay * 60_000;
/** Who does not open within this long is closed for ever. */
const horizon = 400 * day;

/** `holiday`: nobody is there, and the day is marked as one, even if somebody was there for a part of it. */
export function hoursStateAt(hours: Hours, at: number): HoursState {
  if (isOpenAt(hours, at)) return "open";
  return isHolidayAt(compileHours(hours), at) ? "holiday" : "closed";
}

/** When somebody is there next: at once while it is open; `null`: not within 400 days. */
export function nextOpening(hours: Hours, at: number): number | null {
  return firstInterval(hours, at)?.start ?? null;
}

/** When the state is another one for the first time after `at`; `null`: not within 400 days. */
export function nextChange(hours: Hours, at: number): number | null {
  const interval = firstInterval(hours, at);
  if (interval && interval.start <= at) return interval.end < at + horizon ? interval.end : null;
  const opening = interval?.start ?? at + horizon;
  return nextHolidayChange(compileHours(hours), at, opening) ?? interval?.start ?? null;
}

function isOpenAt(hours: Hours, at: number): boolean {
  return !openIntervals(hours, at, at + 1).next().done;
}

function firstInterval(hours: Hours, at: number) {
  const next = openIntervals(hours, at, at + horizon).next();
  return next.done ? null : next.value;
}

/** A day goes on when the clock jumps back over midnight. */
function dayAt({ zone }: CompiledHours, at: number): number {
  const number = Math.floor(zone.wallAt(at) / day);
  return zone.firstAt((number + 1) * day) <= at ? number + 1 : number;
}

function isHolidayAt(hours: CompiledHours, at: number): boolean {
  return hours.exceptions.get(dayAt(hours, at))?.isHoliday ?? false;
}

/** The next midnight that makes a closed time a holiday, or ends one. */
function nextHolidayChange(hours: CompiledHours, at: number, before: number): number | null {
  const today = dayAt(hours, at);
  const next = hours.holidayChanges.find((number) => number > today);
  if (next === undefined) return null;
  const midnight = hours.zone.firstAt(next * day);
  return midnight < before ? midnight : null;
}
