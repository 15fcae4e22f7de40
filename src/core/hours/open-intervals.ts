import { type CompiledHours, compileHours, minutesPerDay, type Span, spansOn } from "./compile-hours.ts";
import type { Hours } from "./hours.ts";

/** From `start` up to, not including, `end`. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

const minute = 60_000;
const day = minutesPerDay * minute;

/**
 * When somebody is there between two moments, in order: windows that touch are one interval, and the first and last are
 * cut at the bounds.
 *
 * A window opens the first time a clock reaches its start and closes the last time a clock shows less than its end.
 * So a doubled hour counts in full and never closes what was open, and a skipped one has no length: a window inside it
 * does not open, one that begins or ends in it does so at the jump.
 */
export function* openIntervals(hours: Hours, from: number, until: number): Generator<Interval, void> {
  let open: Interval | null = null;
  for (const next of unmerged(compileHours(hours), from, until)) {
    if (open && next.start <= open.end) {
      if (next.end > open.end) open = { start: open.start, end: next.end };
      continue;
    }
    if (open) yield open;
    open = next;
  }
  if (open) yield open;
}

/** By start, and each within the bounds. */
function* unmerged(hours: CompiledHours, from: number, until: number): Generator<Interval, void> {
  const { zone } = hours;
  // Two days back: over midnight, and over a midnight that comes twice.
  const firstDay = Math.floor(zone.wallAt(from) / day) - 2;
  const lastDay = Math.floor(zone.wallAt(until) / day) + 1;
  for (const { from: opens, to: closes } of spansBetween(hours, firstDay, lastDay)) {
    const start = Math.max(zone.firstAt(opens * minute), from);
    if (start >= until) return;
    const end = Math.min(zone.lastAt(closes * minute), until);
    if (end > start) yield { start, end };
  }
}

/** The windows of these days, in minutes since 1970, by their start. */
function* spansBetween(hours: CompiledHours, firstDay: number, lastDay: number): Generator<Span, void> {
  for (let number = firstDay; number <= lastDay; number++) {
    yield* ordered(spansOn(hours, number), number);
    if (hours.coverage === "partial" || hours.exceptions.has(number)) continue;
    const last = Math.min(nextExceptionDay(hours, number + 1) - 1, lastDay);
    if (last <= number) continue;
    if (hours.coverage === "full") yield wholeDays(hours, number + 1, last);
    number = last;
  }
}

/** Ordinary days without a gap, to the end of the last one's windows. */
function wholeDays(hours: CompiledHours, firstDay: number, lastDay: number): Span {
  const ends = spansOn(hours, lastDay).map(({ to }) => to);
  return { from: firstDay * minutesPerDay, to: lastDay * minutesPerDay + Math.max(...ends) };
}

function ordered(spans: readonly Span[], number: number): readonly Span[] {
  const start = number * minutesPerDay;
  return spans.map(({ from, to }) => ({ from: from + start, to: to + start })).sort((a, b) => a.from - b.from);
}

function nextExceptionDay({ exceptionDays }: CompiledHours, from: number): number {
  return exceptionDays.find((exceptionDay) => exceptionDay >= from) ?? Number.POSITIVE_INFINITY;
}
