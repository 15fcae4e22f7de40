import type { Component } from "./read-calendar-components.ts";
import { type CalendarLine, type CalendarProblem, unescapeText } from "./read-calendar-lines.ts";
import { type CalendarRule, readRule } from "./read-calendar-rule.ts";
import { type CalendarLength, type CalendarTime, readDuration, readTime, readTimes } from "./read-calendar-time.ts";

/** A VEVENT as far as opening hours are concerned. */
export interface CalendarEvent {
  readonly line: number;
  readonly uid: string | null;
  /** In one line. */
  readonly name: string;
  readonly start: CalendarTime;
  readonly end: CalendarTime | CalendarLength;
  readonly rule: CalendarRule | null;
  /** A rule that nobody here can follow; `null`: there is none. */
  readonly strangeRule: string | null;
  /** Does not take place at these. */
  readonly excluded: readonly CalendarTime[];
  /** Takes place at these, too. */
  readonly added: readonly AddedTime[];
  /** It stands for this one of the series with the same uid. */
  readonly replaces: CalendarTime | null;
  readonly isCancelled: boolean;
  readonly isTransparent: boolean;
}

export interface AddedTime {
  readonly start: CalendarTime;
  /** `null`: as long as the event. */
  readonly end: CalendarTime | CalendarLength | null;
}

export type EventRead =
  | { readonly status: "read"; readonly event: CalendarEvent }
  | { readonly status: "refused"; readonly problems: readonly CalendarProblem[] };

const mostNameLength = 200;

export function readEvent({ line, properties }: Component): EventRead {
  const problems: CalendarProblem[] = [];
  const named = (name: string) => properties.filter((property) => property.name === name);
  const textOf = (name: string) => named(name)[0]?.value.trim() ?? "";
  /** What was read, or a problem at this line. */
  function expect<Value>(at: CalendarLine, value: Value | null, message: string): Value | null {
    if (value === null) problems.push({ line: at.number, message });
    return value;
  }
  const each = <Value>(name: string, read: (property: CalendarLine) => readonly Value[] | null) =>
    named(name).flatMap((property) => expect(property, read(property), notATime(name)) ?? []);

  const [first] = named("DTSTART");
  if (!first) return { status: "refused", problems: [{ line, message: "This event has no DTSTART." }] };
  const start = expect(first, timeOf(first), notATime("DTSTART"));
  const end = start && endOf(start, named("DTEND")[0], named("DURATION")[0], expect);
  const [ruleLine] = named("RRULE");
  const rule = ruleLine ? readRule(ruleLine.value) : null;
  if (ruleLine && rule?.status === "invalid") expect(ruleLine, null, `RRULE: ${rule.message}`);
  const excluded = each("EXDATE", readTimes);
  const added = each("RDATE", readAdded);
  const [override] = named("RECURRENCE-ID");
  const replaces = override ? expect(override, timeOf(override), notATime("RECURRENCE-ID")) : null;
  if (!start || !end || problems.length > 0) return { status: "refused", problems };
  const event: CalendarEvent = {
    ...{ line, start, end, excluded, added, replaces },
    uid: textOf("UID") || null,
    name: oneLine(unescapeText(textOf("SUMMARY"))),
    rule: rule?.status === "read" ? rule.rule : null,
    strangeRule: rule?.status === "unsupported" ? rule.message : null,
    isCancelled: textOf("STATUS").toUpperCase() === "CANCELLED",
    isTransparent: textOf("TRANSP").toUpperCase() === "TRANSPARENT",
  };
  return { status: "read", event };
}

type Expect = <Value>(at: CalendarLine, value: Value | null, message: string) => Value | null;

/** Without an end a day is a day, and a time is nothing but a moment. */
function endOf(
  start: CalendarTime,
  end: CalendarLine | undefined,
  length: CalendarLine | undefined,
  expect: Expect,
): CalendarEvent["end"] | null {
  if (end) {
    const time = expect(end, timeOf(end), notATime("DTEND"));
    if (time && time.isDate !== start.isDate) {
      return expect(end, null, "DTEND is a day where DTSTART is a time, or the other way round.");
    }
    const isBackwards = time?.zone === start.zone && time.wall < start.wall;
    return isBackwards ? expect(end, null, "The event ends before it begins.") : time;
  }
  if (length) return expect(length, readDuration(length.value), "DURATION is no length, such as P1D or PT2H30M.");
  return { days: start.isDate ? 1 : 0, ms: 0 };
}

function readAdded(line: CalendarLine): readonly AddedTime[] | null {
  if (line.parameters.get("VALUE")?.toUpperCase() !== "PERIOD") {
    return readTimes(line)?.map((start) => ({ start, end: null })) ?? null;
  }
  const zone = line.parameters.get("TZID") ?? null;
  const periods = line.value.split(",").map((one): AddedTime | null => {
    const [from = "", to = ""] = one.trim().split("/");
    const [start, end] = [readTime(from, zone), readTime(to, zone) ?? readDuration(to)];
    return start && end ? { start, end } : null;
  });
  return periods.every((period) => period !== null) ? periods : null;
}

function timeOf(line: CalendarLine): CalendarTime | null {
  const times = readTimes(line);
  return times?.length === 1 ? (times[0] ?? null) : null;
}

function notATime(name: string): string {
  return `${name} is no day (20261224) and no time (20261224T140000).`;
}

/** As a name may be: whatever breaks lines or shows nothing is a blank. */
function oneLine(text: string): string {
  const plain = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  return [...plain].length > mostNameLength ? `${[...plain].slice(0, mostNameLength - 1).join("")}…` : plain;
}
