/**
 * A time limit joined with the caller's signal. By hand rather than AbortSignal.any and AbortSignal.timeout, because
 * it must be restarted for every piece of a stream and must leave nothing behind on a signal that lives for ever.
 */
export interface Deadline {
  readonly signal: AbortSignal;
  hasPassed(): boolean;
  /** Until the next restart: the other side is not to blame for our own slowness. */
  pause(): void;
  restart(timeoutMs: number): void;
  /** Removes timer and listener, and aborts what may still run. */
  end(): void;
}

/** Shared, because a fresh one would cost a stack trace for every call that went well. */
const ended = new Error("The call is over.");

export function startDeadline(timeoutMs: number, outer: AbortSignal): Deadline {
  const controller = new AbortController();
  let passed = false;
  const expire = () => {
    passed = true;
    controller.abort(new Error("The time limit has passed."));
  };
  const follow = () => controller.abort(outer.reason);
  let timer = setTimeout(expire, timeoutMs);
  if (outer.aborted) follow();
  else outer.addEventListener("abort", follow, { once: true });
  return {
    signal: controller.signal,
    hasPassed: () => passed,
    pause: () => clearTimeout(timer),
    restart: (nextMs) => {
      clearTimeout(timer);
      timer = setTimeout(expire, nextMs);
    },
    end: () => {
      clearTimeout(timer);
      outer.removeEventListener("abort", follow);
      controller.abort(ended);
    },
  };
}
