import type { Clock } from "../../ports/clock.ts";

/** Calls `runDue` at the earliest time somebody asked for, and every so often whatever was asked. */
export interface Waker {
  wakeAt(at: number): void;
  start(runDue: () => Promise<void>): void;
  stop(): void;
}

export interface WakerOptions {
  readonly clock: Pick<Clock, "now">;
  /** Other processes may leave work that nobody here asked to be woken for. */
  readonly atLeastEveryMs: number;
  readonly onError: (error: unknown) => void;
}

/** One timer for everything: thousands of waiting effects cost as much as one. */
export function createWaker({ clock, atLeastEveryMs, onError }: WakerOptions): Waker {
  let runDue: (() => Promise<void>) | null = null;
  let timer: NodeJS.Timeout | null = null;
  let wakesAt = Number.POSITIVE_INFINITY;

  function arm(at: number): void {
    if (timer) clearTimeout(timer);
    wakesAt = at;
    timer = setTimeout(wake, Math.max(0, at - clock.now()));
  }

  function wake(): void {
    if (!runDue) return;
    // Armed again first: what runDue asks for can only bring the next time closer.
    arm(clock.now() + atLeastEveryMs);
    runDue().catch(onError);
  }

  return {
    wakeAt(at) {
      if (runDue && at < wakesAt) arm(at);
    },
    start(run) {
      runDue = run;
      arm(clock.now() + atLeastEveryMs);
    },
    stop() {
      runDue = null;
      if (timer) clearTimeout(timer);
    },
  };
}
