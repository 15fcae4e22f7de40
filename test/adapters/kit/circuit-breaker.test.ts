import { describe, expect, test } from "vitest";
import { circuitBreaker } from "../../../adapters/kit/circuit-breaker.ts";

function breakerAt(start = 0) {
  let time = start;
  const breaker = circuitBreaker({ threshold: 2, coolDownMs: 1_000 }, { now: () => time });
  const call = () => {
    const entry = breaker.enter();
    if (entry.status === "open") throw new Error(`open for ${entry.retryAfterMs}`);
    return entry.passage;
  };
  return { breaker, call, pass: (ms: number) => (time += ms) };
}

describe("a circuit breaker", () => {
  test("opens after failures in a row, not after as many with a success between", () => {
    const { breaker, call } = breakerAt();
    call().fail();
    call().succeed();
    call().fail();
    expect(breaker.enter().status).toBe("closed");
    call().fail();
    expect(breaker.enter()).toEqual({ status: "open", retryAfterMs: 1_000 });
  });

  test("lets one call try after the cool-down, and nobody beside it", () => {
    const { breaker, call, pass } = breakerAt();
    call().fail();
    call().fail();
    pass(999);
    expect(breaker.enter()).toEqual({ status: "open", retryAfterMs: 1 });
    pass(1);
    const probe = call();
    expect(breaker.enter()).toEqual({ status: "open", retryAfterMs: 0 });
    probe.succeed();
    expect(breaker.enter().status).toBe("closed");
  });

  test("stays open when the try fails, and lets another one try when it was given up", () => {
    const { breaker, call, pass } = breakerAt();
    call().fail();
    call().fail();
    pass(1_000);
    call().fail();
    expect(breaker.enter()).toEqual({ status: "open", retryAfterMs: 1_000 });
    pass(1_000);
    call().leave();
    expect(breaker.enter().status).toBe("closed");
  });

  test("counts a call once, however often it ends", () => {
    const { breaker, call } = breakerAt();
    const passage = call();
    passage.fail();
    passage.fail();
    passage.succeed();
    expect(breaker.enter().status).toBe("closed");
    call().fail();
    expect(breaker.enter().status).toBe("open");
  });
});
