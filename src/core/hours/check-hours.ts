import { type SettingsProblem, settingsError, settingsWarning } from "../settings/problem.ts";
import { minutesPerDay, readWindow, type Span } from "./compile-hours.ts";
import type { Hours, Weekday, Window } from "./hours.ts";
import { nextOpening } from "./hours-state.ts";
import { parseDate } from "./parse-time.ts";
import { timeZoneNamed } from "./time-zone.ts";

/** What keeps hours from being counted with (errors), and what is probably not meant (warnings). */
export function checkHours(hours: Hours, at: number): readonly SettingsProblem[] {
  const problems = [...checkTimeZone(hours), ...checkWeek(hours), ...checkExceptions(hours)];
  const canCount = problems.every(({ severity }) => severity === "warning");
  return canCount && nextOpening(hours, at) === null ? [...problems, closedForEver(hours)] : problems;
}

/** Sound hours that do not open within 400 days. */
export function isClosedForEver(hours: Hours, at: number): boolean {
  return checkHours(hours, at).some(({ code }) => code === closedCode);
}

const closedCode = "closed-for-ever";

function closedForEver(hours: Hours): SettingsProblem {
  const message = `Hours "${hours.name}" do not open within 400 days. Add a window, unless that is meant.`;
  return settingsWarning({ part: partOf(hours), path: "week", code: closedCode, message });
}

function checkTimeZone(hours: Hours): SettingsProblem[] {
  try {
    timeZoneNamed(hours.timeZone);
    return [];
  } catch {
    const message = `Hours "${hours.name}": there is no time zone "${hours.timeZone.slice(0, 60)}". Write it as in Europe/Berlin.`;
    return [settingsError({ part: partOf(hours), path: "timeZone", code: "unknown-time-zone", message })];
  }
}

const order: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function checkWeek(hours: Hours): SettingsProblem[] {
  return order.flatMap((weekday, index) => {
    const windows = hours.week[weekday];
    const before = hours.week[order[(index + 6) % 7] ?? "sunday"];
    const path = `week.${weekday}`;
    const problems = checkWindows(hours, windows, path);
    return problems.length > 0 ? problems : checkTail(hours, { windows, before, path });
  });
}

function checkWindows(hours: Hours, windows: readonly Window[], path: string): SettingsProblem[] {
  const bad = windows.flatMap((window, index) => (readWindow(window) === null ? [index] : []));
  if (bad.length > 0) return bad.map((index) => badTime(hours, `${path}.${index}`));
  const spans = spansOf(windows).toSorted((one, other) => one.from - other.from);
  const overlaps = spans.some(({ from }, index) => index > 0 && from < (spans[index - 1]?.to ?? 0));
  return overlaps ? [overlap(hours, path, "Two windows overlap")] : [];
}

interface Neighbours {
  readonly windows: readonly Window[];
  readonly before: readonly Window[];
  readonly path: string;
}

function checkTail(hours: Hours, { windows, before, path }: Neighbours): SettingsProblem[] {
  const tail = Math.max(...spansOf(before).map(({ to }) => to - minutesPerDay));
  const first = Math.min(...spansOf(windows).map(({ from }) => from));
  return first < tail ? [overlap(hours, path, "The day before reaches over midnight into the first window")] : [];
}

function spansOf(windows: readonly Window[]): Span[] {
  return windows.map(readWindow).filter((span) => span !== null);
}

function checkExceptions(hours: Hours): SettingsProblem[] {
  const seen = new Set<string>();
  return hours.exceptions.flatMap(({ date, windows }, index) => {
    const path = `exceptions.${index}`;
    const isRepeated = seen.has(date);
    seen.add(date);
    if (parseDate(date) === null) return [badDate(hours, path)];
    const problems = checkWindows(hours, windows, `${path}.windows`);
    return isRepeated ? [...problems, repeatedDate(hours, path, date)] : problems;
  });
}

function badTime(hours: Hours, path: string): SettingsProblem {
  const message = `Hours "${hours.name}", ${path}: write times as 09:00, from 00:00 to 24:00; a window cannot begin at 24:00.`;
  return settingsError({ part: partOf(hours), path, code: "bad-time", message });
}

function overlap(hours: Hours, path: string, what: string): SettingsProblem {
  const message = `Hours "${hours.name}", ${path}: ${what}. They count as one; write them as one if that is meant.`;
  return settingsWarning({ part: partOf(hours), path, code: "overlapping-windows", message });
}

function badDate(hours: Hours, path: string): SettingsProblem {
  const message = `Hours "${hours.name}", ${path}: this is no date of the calendar. Write it as 2026-12-25.`;
  return settingsError({ part: partOf(hours), path: `${path}.date`, code: "bad-date", message });
}

function repeatedDate(hours: Hours, path: string, date: string): SettingsProblem {
  const message = `Hours "${hours.name}", ${path}: ${date} has an exception already. Put the windows of the day into one.`;
  return settingsError({ part: partOf(hours), path: `${path}.date`, code: "repeated-date", message });
}

function partOf({ id }: Hours): string {
  return `hours/${id}`;
}
