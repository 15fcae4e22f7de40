import { parseTime } from "../hours/parse-time.ts";
import { type TimeZone, timeZoneNamed } from "../hours/time-zone.ts";

/** When somebody wants to be left alone. A window that ends at or before its start ends the next day. */
export interface QuietHours {
  /** IANA; `null`: the person's own, else the company's. */
  readonly timeZone: string | null;
  /** `HH:MM`. */
  readonly from: string;
  readonly to: string;
  /** What is urgent comes all the same. */
  readonly letsUrgentThrough: boolean;
}

const day = 24 * 3_600_000;
const minute = 60_000;

/** When the quiet hours end that `at` lies in; `null`: it lies in none. Exact when the clocks change. */
export function quietUntil({ from, to }: QuietHours, timeZone: string, at: number): number | null {
  const [start, end] = [parseTime(from), parseTime(to)];
  if (start === null || end === null || start === end) return null;
  const zone = zoneNamed(timeZone);
  const today = Math.floor(zone.wallAt(at) / day);
  // The window of yesterday may still go on.
  for (const number of [today - 1, today]) {
    const begins = zone.firstAt(number * day + start * minute);
    const ends = zone.firstAt((end > start ? number : number + 1) * day + end * minute);
    if (begins <= at && at < ends) return ends;
  }
  return null;
}

/** A name that somebody mistyped holds nothing back for ever: it is read as UTC. */
function zoneNamed(name: string): TimeZone {
  try {
    return timeZoneNamed(name);
  } catch {
    return timeZoneNamed("UTC");
  }
}
