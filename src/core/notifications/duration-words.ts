import { unitFormat } from "../messages/intl-formats.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long something has lasted, in one unit: "4 minutes", "3 hours", "2 days". */
export function durationWords(ms: number, locale: string): string {
  if (ms >= 2 * day) return unitFormat(locale, "day").format(Math.floor(ms / day));
  if (ms >= 2 * hour) return unitFormat(locale, "hour").format(Math.floor(ms / hour));
  return unitFormat(locale, "minute").format(Math.max(1, Math.floor(ms / minute)));
}
