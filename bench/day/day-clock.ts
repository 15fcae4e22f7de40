import type { Clock } from "../../src/ports/clock.ts";
import { createHeap } from "./heap.ts";

/** Simulated time for hundreds of thousands of moments: who waits for when is kept in a heap. */
export interface DayClock extends Clock {
  wakeAt(at: number): void;
  nextAt(): number | null;
  moveTo(at: number): void;
}

export function createDayClock(startsAt: number): DayClock {
  let now = startsAt;
  const asked = createHeap<null>();
  const sleepers = createHeap<() => void>();
  const known = new Set<number>();

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        signal.addEventListener("abort", () => resolve(), { once: true });
        sleepers.push(now + ms, resolve);
      }),
    wakeAt(at) {
      if (known.has(at)) return;
      known.add(at);
      asked.push(at, null);
    },
    nextAt() {
      const times = [asked.firstAt(), sleepers.firstAt()].filter((at) => at !== null);
      return times.length === 0 ? null : Math.max(now, Math.min(...times));
    },
    moveTo(at) {
      now = Math.max(now, at);
      for (let due = asked.firstAt(); due !== null && due <= now; due = asked.firstAt()) {
        asked.pop();
        known.delete(due);
      }
      for (let due = sleepers.firstAt(); due !== null && due <= now; due = sleepers.firstAt()) sleepers.pop()?.();
    },
  };
}
