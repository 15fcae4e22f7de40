/**
 * Stops asking somebody who is down: after some failures in a row nobody is let through for a while, then one call
 * tries whether it is over. State of one process, lost with it on purpose: the worst that follows is one more try.
 */
import type { Clock } from "../../src/ports/clock.ts";

export interface CircuitBreaker {
  enter(): Entry;
}

export type Entry =
  | { readonly status: "closed"; readonly passage: Passage }
  /** Nobody is asked. */
  | { readonly status: "open"; readonly retryAfterMs: number };

/** One call. The first of the three counts, the others do nothing. */
export interface Passage {
  /** The other side answered, whatever it said. */
  succeed(): void;
  /** Overloaded, broken, silent or not there. */
  fail(): void;
  /** Says nothing about the other side: we gave up ourselves. */
  leave(): void;
}

export interface CircuitBreakerConfig {
  /** Failures in a row. Default 5. */
  readonly threshold?: number;
  /** Default 30,000. */
  readonly coolDownMs?: number;
}

export function circuitBreaker(
  { threshold = 5, coolDownMs = 30_000 }: CircuitBreakerConfig,
  clock: Pick<Clock, "now">,
): CircuitBreaker {
  let failures = 0;
  let openUntil = 0;
  let isProbing = false;
  return { enter };

  function enter(): Entry {
    if (failures < threshold) return { status: "closed", passage: passage(false) };
    const waitMs = openUntil - clock.now();
    if (waitMs > 0 || isProbing) return { status: "open", retryAfterMs: Math.max(waitMs, 0) };
    isProbing = true;
    return { status: "closed", passage: passage(true) };
  }

  function passage(isProbe: boolean): Passage {
    let isSettled = false;
    const settle = (effect: () => void) => () => {
      if (isSettled) return;
      isSettled = true;
      if (isProbe) isProbing = false;
      effect();
    };
    return {
      succeed: settle(() => {
        failures = 0;
      }),
      fail: settle(() => {
        failures++;
        if (failures >= threshold) openUntil = clock.now() + coolDownMs;
      }),
      leave: settle(() => {}),
    };
  }
}
