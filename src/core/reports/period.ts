import { type TimeZone, timeZoneNamed } from "../hours/time-zone.ts";

/** From `from` up to, not including, `to`. Days are those of `timeZone`. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
}

const dayMs = 86_400_000;
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `2026-11-01` is midnight there; anything else has to be a whole instant. `null`: neither. */
export function instantOf(written: string, timeZone: string): number | null {
  const date = dateNumber(written);
  if (date !== null) return timeZoneNamed(timeZone).firstAt(date * dayMs);
  const at = Date.parse(written);
  return /^\d{4}-\d{2}-\d{2}T/.test(written) && !Number.isNaN(at) ? at : null;
}

export function isTimeZone(name: string): boolean {
  try {
    timeZoneNamed(name);
    return true;
  } catch {
    return false;
  }
}

/** As many days before, where days begin there at both ends, however long they were; otherwise as long a time. */
export function periodBefore({ from, to, timeZone }: Period): Period {
  const zone = timeZoneNamed(timeZone);
  const [first, last] = [dayBegunAt(from, zone), dayBegunAt(to, zone)];
  const isWholeDays = first !== null && last !== null;
  const start = isWholeDays ? zone.firstAt((first - (last - first)) * dayMs) : from - (to - from);
  return { from: start, to: from, timeZone };
}

/** Where the clocks skip midnight the day begins at one o'clock. */
function dayBegunAt(at: number, zone: TimeZone): number | null {
  const day = Math.floor(zone.wallAt(at) / dayMs);
  return zone.firstAt(day * dayMs) === at ? day : null;
}

function dateNumber(written: string): number | null {
  const [, year, month, day] = datePattern.exec(written) ?? [];
  if (!year || !month || !day) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // The 31st of February is the 3rd of March to a calendar, and a mistake to us.
  return new Date(at).toISOString().startsWith(written) ? at / dayMs : null;
}
