import type { ReportBody } from "../../../protocol/reports.ts";

type Value = ReportBody["figures"][number]["value"];

/** Nothing at all was counted, now or before. */
export function isEmptyReport({ figures }: Pick<ReportBody, "figures">): boolean {
  return figures.every(({ value, before }) => isNothing(value) && isNothing(before));
}

function isNothing(value: Value): boolean {
  switch (value?.type) {
    case undefined:
      return true;
    case "count":
      return value.value === 0;
    case "share":
      return value.whole === 0;
    case "tally":
      return value.items.every(({ count }) => count === 0);
    case "durations":
    case "mean":
      return value.count === 0;
  }
}
