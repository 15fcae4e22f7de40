import { type CalendarTime, readTime } from "./read-calendar-time.ts";

/** How something comes again (RFC 5545, 3.3.10), in whole days: no part of a rule that looks at the time of day. */
export interface CalendarRule {
  readonly every: "year" | "month" | "week" | "day";
  readonly interval: number;
  readonly count: number | null;
  readonly until: CalendarTime | null;
  /** 1 to 12. */
  readonly months: readonly number[];
  /** From the end where they are negative. */
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weekdays: readonly WeekdayOfRule[];
  readonly positions: readonly number[];
  /** On which day weeks begin; 0 is Monday. */
  readonly weekStart: number;
}

export interface WeekdayOfRule {
  /** 0 is Monday. */
  readonly weekday: number;
  /** The how-manieth of the month or year; `null`: each. */
  readonly nth: number | null;
}

export type RuleRead =
  | { readonly status: "read"; readonly rule: CalendarRule }
  /** It means something, and we do not count like that. */
  | { readonly status: "unsupported"; readonly message: string }
  | { readonly status: "invalid"; readonly message: string };

const frequencies: ReadonlyMap<string, CalendarRule["every"]> = new Map([
  ["YEARLY", "year"],
  ["MONTHLY", "month"],
  ["WEEKLY", "week"],
  ["DAILY", "day"],
]);
const finer: ReadonlySet<string> = new Set(["HOURLY", "MINUTELY", "SECONDLY"]);
const unsupported: ReadonlySet<string> = new Set(["BYHOUR", "BYMINUTE", "BYSECOND", "BYWEEKNO", "RSCALE", "SKIP"]);
const weekdayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

export function readRule(value: string): RuleRead {
  const parts = partsOf(value);
  if (!parts) return invalid(`"${value.slice(0, 60)}" is no rule.`);
  const frequency = parts.get("FREQ") ?? "";
  if (finer.has(frequency)) return { status: "unsupported", message: `A rule that comes ${frequency}.` };
  const strange = [...parts.keys()].find((key) => unsupported.has(key));
  if (strange !== undefined) return { status: "unsupported", message: `A rule with ${strange}.` };
  const every = frequencies.get(frequency);
  if (!every) return invalid("A rule needs FREQ=YEARLY, MONTHLY, WEEKLY or DAILY.");
  return build(every, parts);
}

function build(every: CalendarRule["every"], parts: ReadonlyMap<string, string>): RuleRead {
  const [unread, until] = [parts.get("UNTIL"), readTime(parts.get("UNTIL") ?? "", null)];
  const weekStart = weekdayNames.indexOf(parts.get("WKST") ?? "MO");
  const read = {
    interval: single(parts.get("INTERVAL") ?? "1"),
    count: parts.has("COUNT") ? single(parts.get("COUNT")) : null,
    months: numbers(parts.get("BYMONTH"), 12)?.filter((month) => month > 0) ?? null,
    monthDays: numbers(parts.get("BYMONTHDAY"), 31),
    yearDays: numbers(parts.get("BYYEARDAY"), 366),
    weekdays: readWeekdays(parts.get("BYDAY"), every),
    positions: numbers(parts.get("BYSETPOS"), 366),
  };
  if (unread !== undefined && until === null) return invalid("UNTIL is no day and no time.");
  if (until && read.count !== null) return invalid("COUNT and UNTIL exclude each other.");
  if (weekStart < 0) return invalid("WKST is no weekday.");
  const { interval, months, monthDays, yearDays, weekdays, positions } = read;
  if (interval === null) return invalid("INTERVAL is no number from 1 on.");
  if (parts.has("COUNT") && read.count === null) return invalid("COUNT is no number from 1 on.");
  if (!months || !monthDays || !yearDays || !weekdays || !positions) return invalid("One of its BY… parts is wrong.");
  const { count } = read;
  return {
    status: "read",
    rule: { every, interval, count, until, months, monthDays, yearDays, weekdays, positions, weekStart },
  };
}

function partsOf(value: string): ReadonlyMap<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of value.trim().replace(/;$/, "").toUpperCase().split(";")) {
    const [, key = "", written = ""] = /^([A-Z-]+)=(.+)$/.exec(part) ?? [];
    if (key === "" || parts.has(key)) return null;
    parts.set(key, written);
  }
  return parts;
}

function single(written: string | undefined): number | null {
  return written !== undefined && /^[1-9]\d{0,5}$/.test(written) ? Number(written) : null;
}

/** A list of numbers that are not 0, up to `most` in either direction; nothing is an empty one. */
function numbers(written: string | undefined, most: number): readonly number[] | null {
  if (written === undefined) return [];
  const found = written.split(",").map((one) => (/^[+-]?\d{1,3}$/.test(one) ? Number(one) : 0));
  return found.every((number) => number !== 0 && Math.abs(number) <= most) ? found : null;
}

function readWeekdays(written: string | undefined, every: CalendarRule["every"]): readonly WeekdayOfRule[] | null {
  if (written === undefined) return [];
  const found = written.split(",").map((one): WeekdayOfRule | null => {
    const [, nth, name = ""] = /^([+-]?[1-9]\d?)?([A-Z]{2})$/.exec(one) ?? [];
    const weekday = weekdayNames.indexOf(name);
    const isCounted = nth !== undefined;
    // Within a week or a day there is only one of each.
    if (weekday < 0 || (isCounted && (every === "week" || every === "day"))) return null;
    return { weekday, nth: isCounted ? Number(nth) : null };
  });
  return found.every((one) => one !== null) ? found : null;
}

function invalid(message: string): RuleRead {
  return { status: "invalid", message };
}
