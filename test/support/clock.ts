import type { Clock } from "../../src/ports/clock.ts";

export interface TestClock extends Clock {
  advance(ms: number): void;
}

/** Time that moves when the test says so. */
export function testClock(start = Date.UTC(2026, 10, 21, 9)): TestClock {
  let now = start;
  return {
    now: () => now,
    sleep: (_ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener("abort", () => resolve(), { once: true });
      }),
    advance(ms) {
      now += ms;
    },
  };
}
