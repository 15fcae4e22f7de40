import type { Hours } from "../hours/hours.ts";
import { openIntervals } from "../hours/open-intervals.ts";

/** Business time between any two moments of a range, looked up instead of counted: a report asks a hundred thousand times. */
export interface OpenTimeline {
  msBetween(from: number, to: number): number;
}

/** The clock on the wall, for those who are always there. */
export const alwaysOpen: OpenTimeline = { msBetween: (from, to) => Math.max(0, to - from) };

/** `from` to `until` is all that will be asked about. */
export function openTimeline(hours: Hours | null, from: number, until: number): OpenTimeline {
  if (!hours) return alwaysOpen;
  const intervals = [...openIntervals(hours, from, until)];
  const starts = Float64Array.from(intervals, ({ start }) => start);
  const ends = Float64Array.from(intervals, ({ end }) => end);
  const openBefore = new Float64Array(intervals.length);
  for (let index = 1; index < intervals.length; index++) {
    openBefore[index] = (openBefore[index - 1] ?? 0) + (ends[index - 1] ?? 0) - (starts[index - 1] ?? 0);
  }

  /** Since the beginning of the range. */
  function openUntil(at: number): number {
    const index = lastAtOrBefore(starts, at);
    if (index < 0) return 0;
    return (openBefore[index] ?? 0) + Math.min(at, ends[index] ?? at) - (starts[index] ?? at);
  }

  return { msBetween: (one, other) => (other <= one ? 0 : openUntil(other) - openUntil(one)) };
}

function lastAtOrBefore(starts: Float64Array, at: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
