import type { Hours } from "./hours.ts";
import { openIntervals } from "./open-intervals.ts";

const horizonMs = 400 * 86_400_000;

/**
 * How long it was open between two moments; nothing when `to` is not after `from`. Without hours the clock on the wall
 * counts. Exact to the millisecond: times that a clock shows twice count twice, those it leaves out do not count.
 */
export function businessMsBetween(hours: Hours | null, from: number, to: number): number {
  if (to <= from) return 0;
  if (!hours) return to - from;
  let total = 0;
  for (const { start, end } of openIntervals(hours, from, to)) total += end - start;
  return total;
}

/** The first moment by which it has been open for so long; `null`: it is not open long enough within 400 days. */
export function addBusinessMs(hours: Hours | null, from: number, ms: number): number | null {
  if (ms <= 0) return from;
  if (!hours) return from + ms;
  let missing = ms;
  for (const { start, end } of openIntervals(hours, from, from + horizonMs)) {
    if (end - start >= missing) return start + missing;
    missing -= end - start;
  }
  return null;
}
