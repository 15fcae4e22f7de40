import type { ReportBody } from "../../protocol/reports.ts";

type Value = ReportBody["figures"][number]["value"];

/** For a terminal: every figure in one line, then the groups by their first figures. */
export function printReport(report: ReportBody): string {
  const { figures, groups, timeZone, from, to } = report;
  const width = Math.max(...figures.map(({ name }) => name.length));
  const lines = figures.map(({ name, value, before }) => {
    const earlier = report.before ? `   before: ${describe(before)}` : "";
    return `${name.padEnd(width)}  ${describe(value)}${earlier}`;
  });
  const parts = groups.flatMap(({ key, figures: values }) => [
    "",
    key.map(({ dimension, id, name }) => `${dimension} ${name ?? id ?? "none"}`).join(", "),
    ...figures.map(({ id, name }) => `  ${name.padEnd(width)}  ${describe(values[id] ?? null)}`),
  ]);
  const cut = report.isCut ? ["", "There are more groups; ask for fewer with a filter."] : [];
  return [`${from} to ${to} (${timeZone})`, "", ...lines, ...parts, ...cut].join("\n");
}

function describe(value: Value): string {
  switch (value?.type) {
    case undefined:
      return "-";
    case "count":
      return String(value.value);
    case "share":
      return value.value === null
        ? `-${leftOut(value)}`
        : `${(value.value * 100).toFixed(1)} % (${value.part} of ${value.whole}${leftOut(value)})`;
    case "mean":
      return value.value === null ? "-" : `${value.value.toFixed(2)} (${value.count})`;
    case "tally":
      return value.items.map(({ name, count }) => `${name}: ${count}`).join(", ") || "-";
    case "durations": {
      const { count, p50Ms, p90Ms, business } = value;
      if (p50Ms === null || p90Ms === null) return `-${leftOut(value)}`;
      const open = business?.p50Ms == null ? "" : `, in business hours half within ${duration(business.p50Ms)}`;
      return `half within ${duration(p50Ms)}, nine in ten within ${duration(p90Ms)} (${count}${leftOut(value)})${open}`;
    }
  }
}

/** Rows that were written before it was kept. */
function leftOut({ notKnown }: { readonly notKnown?: number | undefined }): string {
  return notKnown === undefined ? "" : `, ${notKnown} not known`;
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}
