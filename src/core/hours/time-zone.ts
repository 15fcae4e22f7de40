/**
 * What the clocks of one time zone show. `at` is a moment (milliseconds since 1970, UTC); a *wall* time is what a clock
 * there shows, written as if it were UTC. Clocks jump, so a wall time may come twice or not at all:
 * `firstAt` is the first moment at which a clock has reached it, `lastAt` the moment from which no clock is before it
 * any more. They are the same but for a doubled hour; a skipped time is the moment of the jump in both.
 */
export interface TimeZone {
  wallAt(at: number): number;
  firstAt(wall: number): number;
  lastAt(wall: number): number;
}

/** @throws RangeError for a name that does not exist. */
export function timeZoneNamed(name: string): TimeZone {
  const known = zones.get(name);
  if (known) return known;
  const zone = createTimeZone(name);
  if (zones.size >= mostZones) zones.clear();
  zones.set(name, zone);
  return zone;
}

const zones = new Map<string, TimeZone>();
const mostZones = 100;

/** A time between two changes of the clocks. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

/** Formatting is slow and offsets rarely change, so that weeks are looked up once. Nowhere do clocks change twice in one. */
const week = 7 * 86_400_000;
const mostWeeks = 1_000;
/** No clock is further from UTC. */
const furthest = 16 * 3_600_000;

function createTimeZone(name: string): TimeZone {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  const weeks = new Map<number, readonly Stretch[]>();

  function stretchesOf(number: number): readonly Stretch[] {
    const known = weeks.get(number);
    if (known) return known;
    const stretches = stretchesBetween(number * week, (number + 1) * week, format);
    if (weeks.size >= mostWeeks) weeks.clear();
    weeks.set(number, stretches);
    return stretches;
  }

  /** Those in which a clock may show this. */
  function around(wall: number): readonly Stretch[] {
    const [from, to] = [Math.floor((wall - furthest) / week), Math.floor((wall + furthest) / week)];
    return from === to ? stretchesOf(from) : [...stretchesOf(from), ...stretchesOf(to)];
  }

  return {
    wallAt(at) {
      const stretch = stretchesOf(Math.floor(at / week)).find(({ end }) => at < end);
      return at + (stretch?.offset ?? 0);
    },
    firstAt(wall) {
      const stretch = around(wall).find(({ end, offset }) => end + offset > wall);
      return stretch ? Math.max(stretch.start, wall - stretch.offset) : wall;
    },
    lastAt(wall) {
      const stretch = around(wall).findLast(({ start, offset }) => start + offset < wall);
      return stretch ? Math.min(stretch.end, wall - stretch.offset) : wall;
    },
  };
}

function stretchesBetween(start: number, end: number, format: Intl.DateTimeFormat): readonly Stretch[] {
  const [before, after] = [offsetAt(start, format), offsetAt(end, format)];
  if (before === after) return [{ start, end, offset: before }];
  let [low, high] = [start / 1_000, end / 1_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1_000, format) === before) low = middle;
    else high = middle;
  }
  const change = high * 1_000;
  const stretches = [
    { start, end: change, offset: before },
    { start: change, end, offset: after },
  ];
  return stretches.filter((stretch) => stretch.start < stretch.end);
}

/** `1/1/2026, GMT+05:30`; long ago clocks differed by seconds, too. */
const written = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

function offsetAt(at: number, format: Intl.DateTimeFormat): number {
  const [, sign, hours = 0, minutes = 0, seconds = 0] = written.exec(format.format(at)) ?? [];
  const size = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return size === 0 ? 0 : size * (sign === "-" ? -1_000 : 1_000);
}
