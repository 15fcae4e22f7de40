import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { createRedisStore } from "../../../../adapters/stores/redis/index.ts";
import { within } from "../../../../adapters/stores/redis/within.ts";
import { t0, take, write } from "../../../contracts/store/build.ts";
import { startRedis } from "../../../support/redis.ts";

const redis = await startRedis();
afterAll(() => redis.stop());

const never = new Promise<never>(() => undefined);

/** What a long computation does to a process: nothing else runs in it. */
function holdUp(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe("a process that was held up for longer than Redis may take", () => {
  test("does not take Redis for gone", async () => {
    const { store, close } = await createRedisStore({ url: redis.url, workspaceId: "held-up", timeoutMs: 800 });
    await write(store, { at: t0 });
    const calls = [store.load([{ kind: "agent", id: "a" }]), take(store), write(store, { at: t0 + 1 })];
    holdUp(1_000);
    await expect(Promise.all(calls)).resolves.toHaveLength(3);
    await close();
  });

  test("reads the answer that came meanwhile", async () => {
    const answer = within(
      nextTurn().then(() => nextTurn("answer")),
      20,
      "ask",
    );
    holdUp(150);
    await expect(answer).resolves.toBe("answer");
  });

  test("waits once more, and no longer than for any answer", async () => {
    const began = performance.now();
    const answer = within(never, 30, "ask");
    holdUp(200);
    await expect(answer).rejects.toThrow("Redis did not answer within 30 ms to ask.");
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

test("a process that was not held up gives up in time", async () => {
  await expect(within(never, 30, "ask")).rejects.toThrow("Redis did not answer within 30 ms to ask.");
});
