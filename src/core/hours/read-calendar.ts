import { checkHours } from "./check-hours.ts";
import { compileHours, minutesPerDay } from "./compile-hours.ts";
import type { Hours, HoursException } from "./hours.ts";
import { type Closure, type ClosureContext, closuresOf } from "./read-calendar-closures.ts";
import { type Component, readComponents } from "./read-calendar-components.ts";
import type { DaySpan } from "./read-calendar-days.ts";
import { type CalendarEvent, readEvent } from "./read-calendar-event.ts";
import { dateOf, exceptionsOf } from "./read-calendar-exceptions.ts";
import type { CalendarProblem } from "./read-calendar-lines.ts";
import type { CalendarTime } from "./read-calendar-time.ts";
import { zonesOf } from "./read-calendar-zones.ts";
import { timeZoneNamed } from "./time-zone.ts";

export type CalendarRead =
  | { readonly status: "read"; readonly exceptions: readonly HoursException[]; readonly leftOut: readonly LeftOut[] }
  /** All of what is wrong, up to twenty; nothing is taken from a file that is not understood. */
  | { readonly status: "refused"; readonly problems: readonly CalendarProblem[] };

/** An event that changes nothing, and why. */
export interface LeftOut {
  readonly line: number;
  readonly name: string;
  readonly because: LeftOutBecause;
}

export type LeftOutBecause =
  | "cancelled"
  /** Takes no time away (TRANSP), and is no whole day: calendars of holidays mark all their days like that. */
  | "transparent"
  | "outside-period"
  /** It is closed then anyway. */
  | "outside-hours"
  | "no-length"
  | "unknown-time-zone"
  | "unsupported-rule";

export const mostExceptions = 400;
const mostProblems = 20;
const mostWindows = 10;
/** From the day of the import on. */
const months = 24;
/** Days that rules may look at, and days that events may take. More is no calendar of holidays. */
const mostDaysOfRules = 1_000_000;
const mostDaysOfEvents = 20_000;

/**
 * iCalendar (RFC 5545) as exceptions of hours, for the 24 months from today on. What takes whole days, as the hours'
 * clocks show them, makes them holidays; everything else takes its time away from the usual windows of its days.
 */
export function readCalendar(text: string, hours: Hours, at: number): CalendarRead {
  const unsound = checkHours({ ...hours, exceptions: [] }, at).find(({ severity }) => severity === "error");
  if (unsound) return refused([{ line: 1, message: `cannot be read for these hours. ${unsound.message}` }]);
  const components = readComponents(text);
  if (components.status === "refused") return components;
  const read = readEvents(components.calendars);
  if (read.problems.length > 0) return refused(read.problems.slice(0, mostProblems));
  if (read.events.length === 0) return refused([{ line: 1, message: "has no events." }]);
  return convert(read.events, components.calendars, hours, spanFrom(hours, at));
}

function readEvents(calendars: readonly Component[]) {
  const events: CalendarEvent[] = [];
  const problems: CalendarProblem[] = [];
  for (const component of calendars.flatMap(({ components }) => components)) {
    if (component.kind !== "VEVENT") continue;
    const read = readEvent(component);
    if (read.status === "read") events.push(read.event);
    else problems.push(...read.problems);
  }
  return { events, problems };
}

function spanFrom({ timeZone }: Hours, at: number): DaySpan {
  const first = Math.floor(timeZoneNamed(timeZone).wallAt(at) / dayMs);
  const today = new Date(first * dayMs);
  const end = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, today.getUTCDate());
  return { first, last: end / dayMs - 1 };
}

const dayMs = minutesPerDay * 60_000;

function convert(
  events: readonly CalendarEvent[],
  calendars: readonly Component[],
  hours: Hours,
  span: DaySpan,
): CalendarRead {
  const patience = { daysLeft: mostDaysOfRules };
  const zoneNamed = zonesOf({ calendars, local: hours.timeZone, span, patience });
  const zone = timeZoneNamed(hours.timeZone);
  const context = { zoneNamed, zone, span, replaced: replacedIn(events), patience };
  const closures: Closure[] = [];
  const leftOut: LeftOut[] = [];
  let daysOfEvents = 0;
  for (const event of events) {
    const found = meaningOf(event, context);
    if (typeof found === "string") leftOut.push({ line: event.line, name: event.name, because: found });
    else {
      for (const closure of found) {
        closures.push(closure);
        daysOfEvents += daysWithin(closure, span);
      }
    }
    if (patience.daysLeft <= 0 || daysOfEvents > mostDaysOfEvents) {
      return refused([{ line: event.line, message: "The events up to here take place too often to be holidays." }]);
    }
  }
  const { exceptions, without } = exceptionsOf(closures, compileHours({ ...hours, exceptions: [] }), span);
  for (const { line, name } of without) leftOut.push({ line, name, because: "outside-hours" });
  const problem = tooMuch(exceptions, closures);
  if (problem) return refused([problem]);
  return { status: "read", exceptions, leftOut: leftOut.sort((one, other) => one.line - other.line) };
}

function daysWithin({ from, to }: Closure, { first, last }: DaySpan): number {
  const [start, end] = [Math.max(from, first * minutesPerDay), Math.min(to, (last + 1) * minutesPerDay)];
  return Math.ceil((end - start) / minutesPerDay) + 1;
}

/** By uid: the ones of a series that other events of the file stand for. */
function replacedIn(events: readonly CalendarEvent[]): ReadonlyMap<string, readonly CalendarTime[]> {
  const replaced = new Map<string, CalendarTime[]>();
  for (const { uid, replaces } of events) {
    if (uid !== null && replaces) replaced.set(uid, [...(replaced.get(uid) ?? []), replaces]);
  }
  return replaced;
}

function meaningOf(event: CalendarEvent, context: ClosureContext): readonly Closure[] | LeftOutBecause {
  if (event.isCancelled) return "cancelled";
  if (event.strangeRule !== null) return "unsupported-rule";
  if (event.isTransparent && !event.start.isDate) return "transparent";
  if (hasNoLength(event)) return "no-length";
  const closures = closuresOf(event, context);
  if (!closures) return "unknown-time-zone";
  return closures.length > 0 ? closures : "outside-period";
}

function hasNoLength({ start, end, added }: CalendarEvent): boolean {
  if (start.isDate || added.length > 0) return false;
  return "days" in end ? end.days === 0 && end.ms === 0 : end.zone === start.zone && end.wall === start.wall;
}

function tooMuch(exceptions: readonly HoursException[], closures: readonly Closure[]): CalendarProblem | null {
  if (exceptions.length > mostExceptions) {
    const line = closures[0]?.event.line ?? 1;
    const message = `The calendar makes ${exceptions.length} days different, from ${exceptions[0]?.date} on; there may be at most ${mostExceptions}.`;
    return { line, message };
  }
  const torn = exceptions.find(({ windows }) => windows.length > mostWindows);
  const day = torn && closures.find((closure) => dateOf(Math.floor(closure.from / minutesPerDay)) === torn.date);
  if (!torn) return null;
  return {
    line: day?.event.line ?? 1,
    message: `Its events leave ${torn.windows.length} windows of ${torn.date}; there may be at most ${mostWindows}.`,
  };
}

function refused(problems: readonly CalendarProblem[]): CalendarRead {
  return { status: "refused", problems };
}
