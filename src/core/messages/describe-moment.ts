import { dateFormat, partsFormat, relativeFormat, timeFormat, weekdayFormat } from "./intl-formats.ts";
import { intlLocale, languageOf } from "./locale.ts";
import { type TimeWords, timeWords } from "./time-words.ts";

/** "today at 14:00", "tomorrow at 9:00", within a week "Monday at 9:00", else "12 January at 9:00". */
export function describeMoment(at: number, timeZone: string, locale: string, now: number): string {
  const time = localTime(at, timeZone);
  const daysAhead = time.day - localTime(now, timeZone).day;
  const when = { at, timeZone, locale: intlLocale(locale), time, daysAhead };
  const words = timeWords.get(languageOf(when.locale));
  return words === undefined ? inOtherLanguage(when) : dayInWords(when, words) + clockInWords(when, words);
}

interface When {
  readonly at: number;
  readonly timeZone: string;
  readonly locale: string;
  readonly time: LocalTime;
  readonly daysAhead: number;
}

interface LocalTime {
  /** Since 1970. */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const dayMs = 86_400_000;

function localTime(at: number, timeZone: string): LocalTime {
  const parts = partsFormat(timeZone).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const day = Date.UTC(read("year"), read("month") - 1, read("day")) / dayMs;
  return { day, hour: read("hour"), minute: read("minute") };
}

function dayInWords({ at, timeZone, locale, time, daysAhead }: When, words: TimeWords): string {
  if (daysAhead === 0) return words.today;
  if (daysAhead === 1) return words.tomorrow;
  const weekday = words.weekdays[new Date(time.day * dayMs).getUTCDay()];
  if (weekday !== undefined && isThisWeek(daysAhead)) return weekday;
  // English of no region puts the day first, as most of the world does.
  return words.on(dateFormat(locale === "en" ? "en-GB" : locale, timeZone).format(at));
}

/** By the day of 24 hours; only in the United States is "2:00 PM" what everybody expects. */
function clockInWords({ locale, time: { hour, minute } }: When, words: TimeWords): string {
  const minutes = String(minute).padStart(2, "0");
  const isAmerican = locale === "en-US";
  const clock = isAmerican ? `${hour % 12 || 12}:${minutes} ${hour < 12 ? "AM" : "PM"}` : `${hour}:${minutes}`;
  return words.at(clock, hour, minute);
}

function inOtherLanguage({ at, timeZone, locale, daysAhead }: When): string {
  const time = timeFormat(locale, timeZone).format(at);
  if (daysAhead === 0 || daysAhead === 1) return `${relativeFormat(locale).format(daysAhead, "day")}, ${time}`;
  const format = isThisWeek(daysAhead) ? weekdayFormat : dateFormat;
  return `${format(locale, timeZone).format(at)}, ${time}`;
}

function isThisWeek(daysAhead: number): boolean {
  return daysAhead > 0 && daysAhead < 7;
}
