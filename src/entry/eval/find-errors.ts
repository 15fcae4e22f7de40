import type { Judgement } from "./judge-text.ts";
import { type SoughtLabel, soughtLabels, soughtSignals } from "./label.ts";
import type { Row } from "./read-row.ts";

/** `missed`: the label says that it is there. `unwanted`: the label says that nothing is. */
export interface DetectionError {
  readonly type: "missed" | "unwanted";
  readonly signal: (typeof soughtSignals)[SoughtLabel];
}

export function findErrors({ label }: Row, { signals }: Judgement): readonly DetectionError[] {
  const isFound = (sought: string) => signals.some(({ id }) => id === sought);
  if (label === "none") {
    const found = soughtLabels.map((each) => soughtSignals[each]).filter(isFound);
    return found.map((signal) => ({ type: "unwanted", signal }));
  }
  if (label === null || label === "unclear") return [];
  const signal = soughtSignals[label];
  return isFound(signal) ? [] : [{ type: "missed", signal }];
}
