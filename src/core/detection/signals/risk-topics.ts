import type { RiskTopic } from "../lexicons/risk/risk-lexicon.ts";
import type { Reading } from "../reading.ts";
import type { Signal } from "../signal.ts";
import { findMood } from "./find-mood.ts";

/** Each topic once, where it is first spoken of. A quotation may be about oneself, so it counts. */
export function findRiskTopics(reading: Reading): readonly Signal[] {
  const topics = new Map<RiskTopic, Signal>();
  for (const { kind, start, end } of findMood(reading, "risk")) {
    if (!topics.has(kind)) topics.set(kind, { id: kind, start, end });
  }
  return [...topics.values()];
}
