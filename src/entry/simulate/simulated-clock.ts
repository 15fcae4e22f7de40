import type { Clock } from "../../ports/clock.ts";

/** Time that moves only when it is told to: a day of waiting takes no time at all. */
export interface SimulatedClock extends Clock {
  /** Somebody asked to be woken then; the waker of a simulation. */
  wakeAt(at: number): void;
  /** The next moment at which anything can happen. */
  nextAt(): number | null;
  /** Moves on and wakes who waited until then. */
  moveTo(at: number): void;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

export function createSimulatedClock(startsAt: number): SimulatedClock {
  let now = startsAt;
  const asked = new Set<number>();
  const sleepers = new Set<Sleeper>();
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { until: now + ms, wake: () => end() };
        const end = () => {
          sleepers.delete(sleeper);
          signal.removeEventListener("abort", end);
          resolve();
        };
        if (signal.aborted) return resolve();
        sleepers.add(sleeper);
        signal.addEventListener("abort", end, { once: true });
      }),
    wakeAt(at) {
      asked.add(at);
    },
    nextAt() {
      const times = [...asked, ...[...sleepers].map(({ until }) => until)];
      return times.length === 0 ? null : Math.max(now, Math.min(...times));
    },
    moveTo(at) {
      now = Math.max(now, at);
      for (const time of asked) if (time <= now) asked.delete(time);
      for (const sleeper of sleepers) if (sleeper.until <= now) sleeper.wake();
    },
  };
}
