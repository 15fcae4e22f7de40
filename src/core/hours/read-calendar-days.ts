import type { CalendarRule, WeekdayOfRule } from "./read-calendar-rule.ts";

/** Days from 1970 on, the first and the last one included. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

/** So many days may still be looked at, over all rules of a file: none of them can make it slow. */
export interface Patience {
  daysLeft: number;
}

const dayMs = 86_400_000;

/**
 * The days of a rule within a span, in order; the day it starts with is always the first of them. Ends early when the
 * patience has run out: whoever asks looks at it.
 */
export function* daysOfRule(
  rule: CalendarRule,
  start: number,
  span: DaySpan,
  patience: Patience,
): Generator<number, void> {
  if (start >= span.first && start <= span.last) yield start;
  let count = 1;
  const looked = withDefaults(rule, start);
  // What is counted has to be counted from the beginning.
  for (let round = rule.count === null ? roundsBefore(rule, start, span.first) : 0; ; round += 1) {
    const period = periodOf(rule, start, round);
    if (period.first > span.last || patience.daysLeft <= 0) return;
    for (const day of daysIn(period, looked, patience)) {
      if (day <= start) continue;
      if (rule.count !== null && count >= rule.count) return;
      count += 1;
      if (day > span.last) return;
      if (day >= span.first) yield day;
    }
  }
}

/** What a rule does not say is as it was the first time. */
function withDefaults(rule: CalendarRule, start: number): CalendarRule {
  const { every, months, monthDays, yearDays, weekdays } = rule;
  if (weekdays.length + monthDays.length + yearDays.length > 0) return rule;
  const first = dateOf(start);
  switch (every) {
    case "year":
      return { ...rule, months: months.length > 0 ? months : [first.month], monthDays: [first.monthDay] };
    case "month":
      return { ...rule, monthDays: [first.monthDay] };
    case "week":
      return { ...rule, weekdays: [{ weekday: weekdayOf(start), nth: null }] };
    case "day":
      return rule;
  }
}

function periodOf({ every, interval, weekStart }: CalendarRule, start: number, round: number): DaySpan {
  const { year, month } = dateOf(start);
  const away = round * interval;
  switch (every) {
    case "year":
      return { first: dayOf(year + away, 1), last: dayOf(year + away + 1, 1) - 1 };
    case "month":
      return { first: dayOf(year, month + away), last: dayOf(year, month + away + 1) - 1 };
    case "week": {
      const first = start - ((weekdayOf(start) - weekStart + 7) % 7) + away * 7;
      return { first, last: first + 6 };
    }
    case "day":
      return { first: start + away, last: start + away };
  }
}

/** Rounds that are certainly over by then. */
function roundsBefore({ every, interval }: CalendarRule, start: number, first: number): number {
  const longest = { year: 366, month: 31, week: 7, day: 1 }[every];
  return Math.max(0, Math.floor((first - start) / longest / interval) - 1);
}

function daysIn(period: DaySpan, rule: CalendarRule, patience: Patience): readonly number[] {
  const found: number[] = [];
  for (let day = period.first; day <= period.last; day += 1) {
    const date = dateOf(day);
    if (rule.months.length > 0 && !rule.months.includes(date.month)) {
      // Straight to the next month: most rules are about one.
      day += date.monthLength - date.monthDay;
      patience.daysLeft -= 1;
      continue;
    }
    patience.daysLeft -= 1;
    if (isMeant(date, weekdayOf(day), rule)) found.push(day);
  }
  if (rule.positions.length === 0) return found;
  const wanted = rule.positions.map((position) => (position > 0 ? position - 1 : found.length + position));
  return found.filter((_, index) => wanted.includes(index));
}

interface DateOfDay {
  readonly year: number;
  readonly month: number;
  readonly monthDay: number;
  readonly monthLength: number;
  readonly yearDay: number;
  readonly yearLength: number;
}

function isMeant(date: DateOfDay, weekday: number, rule: CalendarRule): boolean {
  const { monthDays, yearDays, weekdays } = rule;
  if (monthDays.length > 0 && !isAmong(monthDays, date.monthDay, date.monthLength)) return false;
  if (yearDays.length > 0 && !isAmong(yearDays, date.yearDay, date.yearLength)) return false;
  return weekdays.length === 0 || weekdays.some((one) => isWeekday(one, date, weekday, rule));
}

function isAmong(wanted: readonly number[], number: number, length: number): boolean {
  return wanted.includes(number) || wanted.includes(number - length - 1);
}

/** The fourth Thursday is that of the month where the rule speaks of months, else that of the year. */
function isWeekday(one: WeekdayOfRule, date: DateOfDay, weekday: number, rule: CalendarRule): boolean {
  if (one.weekday !== weekday) return false;
  if (one.nth === null) return true;
  const isOfMonth = rule.every === "month" || rule.months.length > 0;
  const [number, length] = isOfMonth ? [date.monthDay, date.monthLength] : [date.yearDay, date.yearLength];
  return one.nth === Math.ceil(number / 7) || one.nth === -Math.ceil((length - number + 1) / 7);
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dateOf(day: number): DateOfDay {
  const date = new Date(day * dayMs);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  const monthLength = (lengths[month - 1] ?? 0) + (month === 2 ? leap : 0);
  const yearDay = day - dayOf(year, 1) + 1;
  return { year, month, monthDay: date.getUTCDate(), monthLength, yearDay, yearLength: 365 + leap };
}

/** The first day of a month, which may be one of a later year. */
function dayOf(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, 1) / dayMs;
}

function weekdayOf(day: number): number {
  // Day 0 was a Thursday.
  return (((day + 3) % 7) + 7) % 7;
}
