import { performance } from "node:perf_hooks";
import { percentile } from "../support/statistics.ts";
import type { LoadResult } from "./plan.ts";

/** Counts what ends while it measures; what happened before that was the warm-up. */
export interface Measure {
  readonly isOver: boolean;
  completed(startedAt: number): void;
  failed(): void;
  result(): LoadResult;
}

export function startMeasure(
  { warmUpMs, measureMs }: { warmUpMs: number; measureMs: number },
  onBegin: () => void,
): Measure {
  const beginsAt = performance.now() + warmUpMs;
  const endsAt = beginsAt + measureMs;
  const tookMs: number[] = [];
  let failures = 0;
  let busyBefore = performance.eventLoopUtilization();
  setTimeout(() => {
    busyBefore = performance.eventLoopUtilization();
    onBegin();
  }, warmUpMs);

  return {
    get isOver() {
      return performance.now() >= endsAt;
    },
    completed(startedAt) {
      const now = performance.now();
      if (now >= beginsAt && now < endsAt) tookMs.push(now - startedAt);
    },
    failed() {
      failures += 1;
    },
    result() {
      return {
        perSecond: tookMs.length / (measureMs / 1000),
        completed: tookMs.length,
        failures,
        p50Ms: percentile(tookMs, 0.5),
        p99Ms: percentile(tookMs, 0.99),
        generatorBusy: performance.eventLoopUtilization(busyBefore).utilization,
      };
    },
  };
}
