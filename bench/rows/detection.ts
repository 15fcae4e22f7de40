import { findSignals } from "../../src/core/detection/find-signals.ts";
import { read } from "../../src/core/detection/reading.ts";
import { warmUp } from "../../src/core/detection/warm-up.ts";
import { compilePolicy } from "../../src/core/settings/policy.ts";
import { noSwitches } from "../../src/core/settings/settings.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";
import { median } from "../support/statistics.ts";
import { type Row, row } from "./row.ts";

const sentence = "I ordered the blue rain jacket last week and the parcel still has not moved since Tuesday. ";
/** Texts that would hurt a detector that looks back or starts over. */
const nasty: readonly string[] = [
  "human ".repeat(2_000),
  "i want to talk to a ".repeat(2_000),
  "not a human ".repeat(2_000),
  "e\u0301".repeat(5_000),
  " ".repeat(50_000),
  "talk to a huma".repeat(2_000),
];

/** DESIGN §9: < 0.2 ms at the median on 300 characters, linear in length, nothing makes it slow. */
export function measureDetection(): Row[] {
  // As every process does soon after its start.
  for (const _step of warmUp());
  const usual = sentence.repeat(4).slice(0, 300);
  const short = medianMs(usual);
  const long = medianMs(sentence.repeat(40).slice(0, 3_000));
  const worst = Math.max(...nasty.map(medianMs));
  return [
    row("detection, 300 characters, median", { value: short, unit: "ms", target: { below: 0.2 } }),
    row("detection, 3,000 characters ÷ 300", { value: long / short, unit: "×", target: { below: 20 } }),
    row("detection, worst of six hostile texts", { value: worst, unit: "ms", target: { below: 5 } }),
  ];
}

const policy = compilePolicy(0, starterSettings, noSwitches);

function medianMs(text: string): number {
  const samples: number[] = [];
  const warmUpEndsAt = performance.now() + 100;
  const endsAt = warmUpEndsAt + 400;
  while (performance.now() < endsAt || samples.length === 0) {
    const startedAt = performance.now();
    findSignals({ type: "text", text }, read(text), policy);
    if (startedAt >= warmUpEndsAt) samples.push(performance.now() - startedAt);
  }
  return median(samples);
}
