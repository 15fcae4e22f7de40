import { type CompiledHours, minutesPerDay, type Span, spansOn } from "./compile-hours.ts";
import type { HoursException, Window } from "./hours.ts";
import type { Closure } from "./read-calendar-closures.ts";
import type { DaySpan } from "./read-calendar-days.ts";
import type { CalendarEvent } from "./read-calendar-event.ts";

export interface ExceptionsFound {
  readonly exceptions: readonly HoursException[];
  /** Events by which nothing changes: it is closed then anyway. */
  readonly without: ReadonlySet<CalendarEvent>;
}

/** Whole days are holidays; of every other day its usual windows are left, without what is closed. */
export function exceptionsOf(closures: readonly Closure[], usual: CompiledHours, span: DaySpan): ExceptionsFound {
  const { holidays, partly } = parted(closures, span);
  const left = new Map<number, Span[]>();
  const reasons = new Map<number, Closure[]>();
  for (const day of daysAround(partly)) {
    const opening = holidays.has(day) ? [] : spansOn(usual, day).map((one) => shifted(one, day * minutesPerDay));
    // Windows may reach over midnight, and no further.
    const near = [...(partly.get(day) ?? []), ...(partly.get(day + 1) ?? [])];
    const hits = near.filter((closure) => opening.some((one) => closure.from < one.to && one.from < closure.to));
    for (const closure of hits) add(reasons, day, closure);
    for (const piece of opening.flatMap((one) => without(one, hits))) {
      // What is left of a night may begin on the next day: it is that day's then.
      const on = Math.floor(piece.from / minutesPerDay);
      add(left, on, piece);
      if (on !== day) for (const closure of hits) add(reasons, on, closure);
    }
  }
  const days = [...new Set([...holidays.keys(), ...reasons.keys()])].sort((one, other) => one - other);
  const exceptions = days
    .filter((day) => day >= span.first && day <= span.last)
    .map((day) => {
      const because = [...(holidays.get(day) ?? []), ...(reasons.get(day) ?? [])];
      return exceptionOn(day, because, { isHoliday: holidays.has(day), pieces: left.get(day) ?? [] });
    });
  const effective = new Set([...holidays.values(), ...reasons.values()].flat().map(({ event }) => event));
  return { exceptions, without: new Set(closures.map(({ event }) => event).filter((event) => !effective.has(event))) };
}

/** By day: those that close all of it, and those that close a part. */
function parted(closures: readonly Closure[], span: DaySpan) {
  const holidays = new Map<number, Closure[]>();
  const partly = new Map<number, Closure[]>();
  for (const closure of closures) {
    const first = Math.max(Math.floor(closure.from / minutesPerDay), span.first - 1);
    const last = Math.min(Math.ceil(closure.to / minutesPerDay) - 1, span.last + 1);
    for (let day = first; day <= last; day += 1) {
      const isWhole = closure.from <= day * minutesPerDay && closure.to >= (day + 1) * minutesPerDay;
      add(isWhole ? holidays : partly, day, closure);
    }
  }
  return { holidays, partly };
}

function add<Value>(byDay: Map<number, Value[]>, day: number, value: Value): void {
  const values = byDay.get(day);
  if (values) values.push(value);
  else byDay.set(day, [value]);
}

/** In order, and with the day before each: its windows may reach over midnight. */
function daysAround(partly: ReadonlyMap<number, readonly Closure[]>): readonly number[] {
  const days = new Set([...partly.keys()].flatMap((day) => [day - 1, day, day + 1]));
  return [...days].sort((one, other) => one - other);
}

function without(span: Span, closures: readonly Closure[]): readonly Span[] {
  return closures.reduce<readonly Span[]>(
    (pieces, closed) =>
      pieces.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, closed.from) },
          { from: Math.max(from, closed.to), to },
        ].filter((piece) => piece.from < piece.to),
      ),
    [span],
  );
}

const mostNameLength = 200;

function exceptionOn(
  day: number,
  because: readonly Closure[],
  { isHoliday, pieces }: { readonly isHoliday: boolean; readonly pieces: readonly Span[] },
): HoursException {
  const names = new Set(because.map(({ event }) => event.name).filter((name) => name !== ""));
  const windows = pieces
    .map((piece) => windowOf(shifted(piece, -day * minutesPerDay)))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  const name = [...names].join(", ");
  const shortName = name.length > mostNameLength ? `${name.slice(0, mostNameLength - 1).toWellFormed()}…` : name;
  return { date: dateOf(day), name: shortName, isHoliday, windows };
}

function windowOf({ from, to }: Span): Window {
  return { from: timeOf(from), to: timeOf(to > minutesPerDay ? to - minutesPerDay : to) };
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

export function dateOf(day: number): string {
  return new Date(day * minutesPerDay * 60_000).toISOString().slice(0, 10);
}

function shifted({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by };
}
