import { figuresOf, reportNames } from "../../../core/reports/named-reports.ts";
import type { ReportBody } from "../../../protocol/reports.ts";
import { durationText } from "../options/duration-text.ts";

type Value = ReportBody["figures"][number]["value"];

/** For a terminal: block after block under its heading, every figure in one line; then the same for each group. */
export function printReport(report: ReportBody): string {
  const { figures, groups, timeZone, from, to } = report;
  const blocks = blocksOf(report);
  const width = Math.max(...figures.map(({ name }) => name.length));
  const lineOf = (name: string, text: string) => `  ${name.padEnd(width)}  ${text}`;
  const whole = blocks.flatMap(({ heading, figures: some }) => [
    "",
    heading,
    ...some.map(({ name, value, before }) => {
      const earlier = report.before ? `   before: ${describe(before)}` : "";
      return lineOf(name, `${describe(value)}${earlier}`);
    }),
  ]);
  const parts = groups.flatMap(({ key, figures: values }) => {
    const group = key.map(({ dimension, id, name }) => `${dimension} ${name ?? id ?? "none"}`).join(", ");
    return blocks.flatMap(({ heading, figures: some }) => [
      "",
      blocks.length === 1 ? group : `${group}: ${heading}`,
      ...some.map(({ id, name }) => lineOf(name, describe(values[id] ?? null))),
    ]);
  });
  const cut = report.isCut ? ["", "There are more groups; ask for fewer with a filter."] : [];
  return [`${from} to ${to} (${timeZone})`, ...whole, ...parts, ...cut].join("\n");
}

interface Block {
  /** As it is asked for by itself. */
  readonly heading: string;
  readonly figures: ReportBody["figures"];
}

/** The overview is all reports, one after the other; a figure that only the server knows comes last. */
function blocksOf({ name, figures }: ReportBody): readonly Block[] {
  if (name !== "overview") return [{ heading: name, figures }];
  const single = reportNames.filter((each) => each !== "overview");
  const blocks = single.map((each) => {
    const ids = new Set(figuresOf(each).map(({ id }) => id));
    return { heading: each, figures: figures.filter(({ id }) => ids.has(id)) };
  });
  const placed = new Set(blocks.flatMap((block) => block.figures));
  const others = { heading: "others", figures: figures.filter((figure) => !placed.has(figure)) };
  return [...blocks, others].filter((block) => block.figures.length > 0);
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
      const open = business?.p50Ms == null ? "" : `, in business hours half within ${durationText(business.p50Ms)}`;
      return `half within ${durationText(p50Ms)}, nine in ten within ${durationText(p90Ms)} (${count}${leftOut(value)})${open}`;
    }
  }
}

/** Rows that were written before it was kept. */
function leftOut({ notKnown }: { readonly notKnown?: number | undefined }): string {
  return notKnown === undefined ? "" : `, ${notKnown} not known`;
}
