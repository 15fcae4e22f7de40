import { isSameValue } from "../settings/same-value.ts";
import type { Hours, HoursException } from "./hours.ts";
import { type CalendarRead, type LeftOut, mostExceptions, readCalendar } from "./read-calendar.ts";
import type { CalendarProblem } from "./read-calendar-lines.ts";

/** `merge`: what the calendar says of a day takes the place of what was said of it. `replace`: nothing else is kept. */
export type CalendarMode = "merge" | "replace";

export type CalendarApplied =
  | ({ readonly status: "applied"; readonly hours: Hours; readonly leftOut: readonly LeftOut[] } & CalendarChanges)
  | Extract<CalendarRead, { status: "refused" }>;

/** What became of the exceptions, each in the order of days. */
export interface CalendarChanges {
  readonly added: readonly HoursException[];
  readonly changed: readonly { readonly before: HoursException; readonly after: HoursException }[];
  readonly removed: readonly HoursException[];
  /** How many the calendar says that were said already. */
  readonly unchanged: number;
}

/** Of the hours as JSON: one part of the settings may have a little more. */
const mostHoursBytes = 47_000;

export function applyCalendar(text: string, hours: Hours, mode: CalendarMode, at: number): CalendarApplied {
  const read = readCalendar(text, hours, at);
  if (read.status === "refused") return read;
  const before = new Map(hours.exceptions.map((exception) => [exception.date, exception]));
  const fresh = new Map(read.exceptions.map((exception) => [exception.date, exception]));
  const kept = mode === "replace" ? fresh : new Map([...before, ...fresh]);
  const exceptions = [...kept.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
  const after = { ...hours, exceptions };
  const problem = tooLarge(after);
  if (problem) return { status: "refused", problems: [problem] };
  const changes = changesOf(before, fresh, kept);
  // Said in another order it is still the same.
  const isSame = changes.added.length + changes.changed.length + changes.removed.length === 0;
  return { status: "applied", hours: isSame ? hours : after, leftOut: read.leftOut, ...changes };
}

type ByDate = ReadonlyMap<string, HoursException>;

function changesOf(before: ByDate, fresh: ByDate, kept: ByDate): CalendarChanges {
  const added = [...fresh.values()].filter(({ date }) => !before.has(date));
  const changed = [...fresh.values()].flatMap((after) => {
    const old = before.get(after.date);
    return old && !isSameValue(old, after) ? [{ before: old, after }] : [];
  });
  const removed = [...before.values()].filter(({ date }) => !kept.has(date));
  return { added, changed, removed, unchanged: fresh.size - added.length - changed.length };
}

function tooLarge(hours: Hours): CalendarProblem | null {
  const count = hours.exceptions.length;
  if (count > mostExceptions) {
    const message = `With those there are, the hours would have ${count} exceptions; there may be at most ${mostExceptions}. Replace them instead.`;
    return { line: 1, message };
  }
  const bytes = new TextEncoder().encode(JSON.stringify(hours)).length;
  if (bytes <= mostHoursBytes) return null;
  return {
    line: 1,
    message: `The hours would have ${bytes} bytes; there may be at most ${mostHoursBytes}. Shorten the names.`,
  };
}
