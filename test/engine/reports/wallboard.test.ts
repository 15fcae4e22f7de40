import { describe, expect, test } from "vitest";
import type { LiveItem } from "../../../src/engine/live-feed.ts";
import { testClock } from "../../support/clock.ts";
import { person } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { start } from "../opened.ts";

/** Sleeps end when the test says so, all at once. */
function steppedClock() {
  const clock = testClock();
  const sleeping = new Set<() => void>();
  return {
    ...clock,
    sleep: (_ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        const wake = () => {
          sleeping.delete(wake);
          resolve();
        };
        if (signal.aborted) return resolve();
        sleeping.add(wake);
        signal.addEventListener("abort", wake, { once: true });
      }),
    wakeAll(ms: number) {
      clock.advance(ms);
      for (const wake of sleeping) wake();
    },
    get sleepers() {
      return sleeping.size;
    },
  };
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let round = 0; round < 500 && !isTrue(); round++) await new Promise((resolve) => setImmediate(resolve));
  expect(isTrue()).toBe(true);
}

describe("the feed", () => {
  test("tells those who follow how it stands, once for all that happened within two seconds", async () => {
    const clock = steppedClock();
    const open = memoryStore();
    const started = start({ store: open, clock });
    await started.engine.agents.add(person("robin", { presence: "away" }));
    const boards: LiveItem[] = [];
    const stop = new AbortController();
    const following = (async () => {
      for await (const item of started.engine.feed.follow(null, stop.signal)) {
        if (item.type === "entry" && item.entry.type === "wallboard") boards.push(item);
      }
    })();
    await until(() => started.engine.feed.followers === 1);
    for (const name of ["ada", "ben"]) await started.write(name, "I want to talk to a human");
    await started.pass(0);
    await until(() => clock.sleepers > 0);
    expect(boards).toEqual([]);
    clock.wakeAll(2_000);
    await until(() => boards.length === 1);
    expect(boards[0]).toMatchObject({ entry: { conversationId: null, data: { waiting: 2, away: 1, available: 0 } } });
    await started.engine.agents.change("robin", { presence: "busy" });
    await started.engine.agents.change("robin", { presence: "away" });
    await until(() => clock.sleepers > 0);
    clock.wakeAll(2_000);
    await until(() => clock.sleepers === 0);
    await started.write("cas", "I want to talk to a human");
    await started.pass(0);
    await until(() => clock.sleepers > 0);
    clock.wakeAll(2_000);
    await until(() => boards.length > 1);
    // Nothing was told of what was back to what it had been.
    expect(boards.map((item) => item.type === "entry" && item.entry.data.waiting)).toEqual([2, 3]);
    stop.abort();
    await following;
  });
});
