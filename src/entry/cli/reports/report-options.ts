import { instantOf, isTimeZone } from "../../../core/reports/period.ts";
import { quoted } from "../options/read-options.ts";

/** What a report and an export are of. */
export const reportOptions = {
  from: { type: "string" },
  to: { type: "string" },
  tz: { type: "string" },
  channel: { type: "string" },
  queue: { type: "string" },
  team: { type: "string" },
  agent: { type: "string" },
  rule: { type: "string" },
  reason: { type: "string" },
  version: { type: "string" },
} as const;

const names = Object.keys(reportOptions) as (keyof typeof reportOptions)[];

export function reportQueryOf(values: Readonly<Record<string, unknown>>): URLSearchParams {
  const given = names.flatMap((name) => {
    const value = values[name];
    return typeof value === "string" ? [[name, value]] : [];
  });
  return new URLSearchParams(given);
}

interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly tz?: string | undefined;
}

const dayMs = 86_400_000;

/** Of the last thirty days unless they say otherwise; a sentence: what is wrong with them. */
export function daysOf(
  { from, to, tz = "UTC" }: Days,
  now: number,
): { readonly from: number; readonly to: number } | string {
  if (!isTimeZone(tz)) return `--tz must be a time zone, such as Europe/Berlin, not ${quoted(tz)}.`;
  const end = to === undefined ? now : instantOf(to, tz);
  if (end === null) return noInstant("--to", to ?? "");
  const start = from === undefined ? end - 30 * dayMs : instantOf(from, tz);
  if (start === null) return noInstant("--from", from ?? "");
  return start < end ? { from: start, to: end } : `--from must be before --to, not ${quoted(from ?? "")}.`;
}

export function noInstant(option: string, written: string): string {
  return `${option} must be a day, as 2026-11-01, or an instant, as 2026-11-01T08:00:00Z, not ${quoted(written)}.`;
}
