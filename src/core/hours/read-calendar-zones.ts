/** The zones that a calendar's times are in: known by name, or as the file itself describes them (VTIMEZONE). */
import type { Component } from "./read-calendar-components.ts";
import { type DaySpan, daysOfRule, type Patience } from "./read-calendar-days.ts";
import { readRule } from "./read-calendar-rule.ts";
import { readTime, type ZoneNamed } from "./read-calendar-time.ts";
import { timeZoneNamed } from "./time-zone.ts";

const dayMs = 86_400_000;

interface Zones {
  readonly calendars: readonly Component[];
  /** Of times that are in no zone. */
  readonly local: string;
  /** For which the described zones have to be known. */
  readonly span: DaySpan;
  readonly patience: Patience;
}

/** Made of what the file describes only when somebody asks for it. */
export function zonesOf({ calendars, local, span, patience }: Zones): ZoneNamed {
  const known = new Map<string | null, ReturnType<ZoneNamed>>([
    [null, timeZoneNamed(local).firstAt],
    ["UTC", (wall) => wall],
    ["GMT", (wall) => wall],
  ]);
  return (name) => {
    const before = known.get(name);
    if (before !== undefined || name === null) return before ?? null;
    const described = calendars.flatMap(({ components }) => components).find((one) => isZone(one, name));
    const zone = namedZone(name, described) ?? (described ? describedZone(described, span, patience) : null);
    known.set(name, zone);
    return zone;
  };
}

function isZone({ kind, properties }: Component, name: string): boolean {
  return kind === "VTIMEZONE" && properties.some((line) => line.name === "TZID" && line.value.trim() === name);
}

/** By its own name, as programs prefix it (`/citadel.org/20190914_1/Europe/Berlin`), or as they say beside it. */
function namedZone(name: string, described: Component | undefined): ReturnType<ZoneNamed> {
  const aside = described?.properties.find((line) => line.name === "X-LIC-LOCATION")?.value.trim();
  const parts = name.split("/");
  for (const candidate of [name, aside, parts.slice(-3).join("/"), parts.slice(-2).join("/")]) {
    // `CST` is somewhere else in America than in China: without a place it is no name.
    if (!candidate?.includes("/")) continue;
    try {
      return timeZoneNamed(candidate).firstAt;
    } catch {
      // Not a name that is known here.
    }
  }
  return null;
}

interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

function describedZone(zone: Component, { first, last }: DaySpan, patience: Patience): ReturnType<ZoneNamed> {
  // Two years back: there has been a change of each kind by then.
  const span = { first: first - 800, last: last + 2 };
  const changes = zone.components
    .flatMap((observance) => changesOf(observance, span, patience))
    .sort((one, other) => one.at - other.at);
  const recent = changes.findLastIndex(({ at }) => at < (first - 2) * dayMs);
  const known = changes.slice(Math.max(recent, 0));
  const [oldest] = known;
  if (!oldest) return null;
  return (wall) => {
    let from = Number.NEGATIVE_INFINITY;
    let offset = oldest.before;
    for (const { at, after } of known) {
      if (wall - offset < at) break;
      [from, offset] = [at, after];
    }
    return Math.max(from, wall - offset);
  };
}

/** Of standard or summer time: each time it begins, and at least the first. */
function changesOf(observance: Component, span: DaySpan, patience: Patience): readonly Change[] {
  const written = (name: string) => observance.properties.find((line) => line.name === name)?.value ?? "";
  const [before, after] = [offsetOf(written("TZOFFSETFROM")), offsetOf(written("TZOFFSETTO"))];
  const start = readTime(written("DTSTART").trim(), null);
  if (before === null || after === null || !start) return [];
  const day = Math.floor(start.wall / dayMs);
  const rule = readRule(written("RRULE"));
  const days = rule.status === "read" ? daysOfRule(rule.rule, day, span, patience) : [];
  const until = rule.status === "read" ? (rule.rule.until?.wall ?? Number.POSITIVE_INFINITY) : 0;
  const walls = [
    start.wall,
    ...[...days].map((each) => start.wall + (each - day) * dayMs).filter((wall) => wall <= until + dayMs),
  ];
  const more = observance.properties.filter(({ name }) => name === "RDATE");
  const dated = more.flatMap(({ value }) =>
    value.split(",").map((one) => readTime(one.trim(), null)?.wall ?? start.wall),
  );
  return [...new Set([...walls, ...dated])].map((wall) => ({ at: wall - before, before, after }));
}

function offsetOf(written: string): number | null {
  const [, sign, hours, minutes, seconds = 0] = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(written.trim()) ?? [];
  if (sign === undefined) return null;
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  return sign === "-" ? -ms : ms;
}
