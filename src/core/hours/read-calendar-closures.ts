import { type DaySpan, daysOfRule, type Patience } from "./read-calendar-days.ts";
import type { CalendarEvent } from "./read-calendar-event.ts";
import type { CalendarLength, CalendarTime, ZoneNamed } from "./read-calendar-time.ts";
import type { TimeZone } from "./time-zone.ts";

/** Nobody is there. In minutes since 1970 as the clocks of the hours show them. */
export interface Closure {
  readonly from: number;
  readonly to: number;
  readonly event: CalendarEvent;
}

export interface ClosureContext {
  readonly zoneNamed: ZoneNamed;
  /** Of the hours. */
  readonly zone: TimeZone;
  readonly span: DaySpan;
  /** By uid: what other events of the file stand for. */
  readonly replaced: ReadonlyMap<string, readonly CalendarTime[]>;
  readonly patience: Patience;
}

interface Taking {
  readonly start: CalendarTime;
  readonly length: CalendarLength;
}

const dayMs = 86_400_000;
const minute = 60_000;
const minutesPerDay = 1_440;

/** Each time an event takes place within the span, in any order; `null`: it is in a zone that nobody knows. */
export function closuresOf(event: CalendarEvent, context: ClosureContext): readonly Closure[] | null {
  const takings = takingsOf(event, context);
  const closures = takings?.map((taking) => closureOf(event, taking, context));
  if (!closures?.every((closure) => closure !== null)) return null;
  const [first, end] = [context.span.first * minutesPerDay, (context.span.last + 1) * minutesPerDay];
  return closures.filter(({ from, to }) => from < to && to > first && from < end);
}

function takingsOf(event: CalendarEvent, context: ClosureContext): readonly Taking[] | null {
  const { zoneNamed } = context;
  const length = lengthOf(event.start, event.end, zoneNamed);
  const starts = length && startsOf(event, length, context);
  if (!starts) return null;
  const isLeftOut = leftOutOf(event, context);
  const takings: Taking[] = starts.filter((start) => !isLeftOut(start)).map((start) => ({ start, length }));
  for (const { start, end } of event.added) {
    const own = end ? lengthOf(start, end, zoneNamed) : length;
    if (!own) return null;
    takings.push({ start, length: own });
  }
  return takings;
}

/** A day that is left out of a series of times leaves out whatever begins on it. */
function leftOutOf(event: CalendarEvent, { zoneNamed, replaced }: ClosureContext): (start: CalendarTime) => boolean {
  const times = [...event.excluded, ...(event.replaces ? [] : (replaced.get(event.uid ?? "") ?? []))];
  if (times.length === 0) return () => false;
  const dayOf = ({ wall }: CalendarTime) => Math.floor(wall / dayMs);
  const instantOf = ({ zone, wall }: CalendarTime) => zoneNamed(zone)?.(wall) ?? null;
  const days = new Set(times.filter(({ isDate }) => isDate || event.start.isDate).map(dayOf));
  const instants = new Set(times.filter(({ isDate }) => !isDate).map(instantOf));
  return (start) => days.has(dayOf(start)) || (!start.isDate && instants.has(instantOf(start)));
}

/** Those of its rule, and before the span whatever may reach into it. */
function startsOf(
  event: CalendarEvent,
  length: CalendarLength,
  { zoneNamed, span, patience }: ClosureContext,
): readonly CalendarTime[] | null {
  const { start, rule } = event;
  const instantOf = zoneNamed(start.zone);
  if (!instantOf) return null;
  if (!rule) return [start];
  const day = Math.floor(start.wall / dayMs);
  const reach = Math.min(length.days + Math.ceil(length.ms / dayMs), mostReach);
  const wide = { first: span.first - reach - 2, last: span.last + 2 };
  const starts: CalendarTime[] = [];
  for (const each of daysOfRule(rule, day, wide, patience)) {
    const wall = start.wall + (each - day) * dayMs;
    if (rule.until && isAfter(wall, rule.until, instantOf)) break;
    starts.push({ ...start, wall });
  }
  return starts;
}

/** Longer than what is looked at. */
const mostReach = 800;

/** UNTIL is the last one that still takes place; as a day it means all of it. */
function isAfter(wall: number, until: CalendarTime, instantOf: (wall: number) => number): boolean {
  if (until.isDate) return Math.floor(wall / dayMs) * dayMs > until.wall;
  return until.zone === "UTC" ? instantOf(wall) > until.wall : wall > until.wall;
}

/** Each of a series lasts exactly as long as its first one. */
function lengthOf(start: CalendarTime, end: CalendarEvent["end"], zoneNamed: ZoneNamed): CalendarLength | null {
  if ("days" in end) return end;
  if (start.isDate) return { days: Math.round((end.wall - start.wall) / dayMs), ms: 0 };
  const [from, to] = [zoneNamed(start.zone)?.(start.wall), zoneNamed(end.zone)?.(end.wall)];
  return from === undefined || to === undefined ? null : { days: 0, ms: to - from };
}

function closureOf(event: CalendarEvent, { start, length }: Taking, context: ClosureContext): Closure | null {
  const { days, ms } = length;
  if (start.isDate) {
    const from = start.wall / minute;
    // Some programs write the day itself as its end.
    return { from, to: from + Math.max(1, days + Math.ceil(ms / dayMs)) * minutesPerDay, event };
  }
  const instantOf = context.zoneNamed(start.zone);
  if (!instantOf) return null;
  // A length in days is one of the calendar, what is exact stays exact: also over a change of the clocks.
  const [from, to] = [instantOf(start.wall), instantOf(start.wall + days * dayMs) + ms];
  if (to <= from) return { from: 0, to: 0, event };
  const { zone } = context;
  return { from: Math.floor(zone.wallAt(from) / minute), to: Math.ceil(zone.wallAt(to) / minute), event };
}
