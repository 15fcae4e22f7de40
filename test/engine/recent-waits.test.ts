import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { conversationViews } from "../../src/core/conversation/index-entries.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import { createRecentWaits } from "../../src/engine/recent-waits.ts";
import type { OpenStore, Store } from "../../src/ports/store.ts";
import { memoryStore } from "../support/memory-store.ts";

let opened: OpenStore;
let read: number;

beforeEach(() => {
  opened = memoryStore();
  read = 0;
});
afterEach(() => opened.close());

/** Counts the conversations that are read. */
function counting(store: Store): Store {
  return {
    ...store,
    async query(query) {
      const page = await store.query(query);
      read += page.items.length;
      return page;
    },
  };
}

async function wait(id: string, at: number, ms = at): Promise<void> {
  const key = { kind: "conversation", id };
  const [stored] = await opened.store.load([key]);
  await opened.store.commit({
    ...emptyCommit(at),
    expects: [{ ...key, version: stored?.version ?? 0 }],
    puts: [{ ...key, body: { id, lastWait: { queueId: "chat", ms, at } } }],
    index: [{ change: "put", view: conversationViews.waits, key: "chat", sort: at, ...key, previousKey: null }],
  });
}

describe("the last waits of a queue", () => {
  test("are the latest fifty, whenever they are asked for", async () => {
    const waits = createRecentWaits(opened.store);
    for (let at = 1; at <= 130; at++) {
      await wait(`con_${at}`, at);
      if (at % 7 !== 0) continue;
      const latest = Array.from({ length: Math.min(at, 50) }, (_, back) => at - back);
      expect((await waits("chat")).map((one) => one.at)).toEqual(latest);
    }
  });

  test("count a conversation that waited again once, with its last wait", async () => {
    const waits = createRecentWaits(opened.store);
    await wait("con_1", 10);
    await wait("con_2", 20);
    await waits("chat");
    await wait("con_1", 30, 5);
    expect(await waits("chat")).toEqual([
      { conversationId: "con_1", at: 30, ms: 5 },
      { conversationId: "con_2", at: 20, ms: 20 },
    ]);
  });

  test("are read once, and then only what has come since", async () => {
    const waits = createRecentWaits(counting(opened.store));
    for (let at = 1; at <= 60; at++) await wait(`con_${at}`, at);
    await waits("chat");
    expect(read).toBe(50);
    await waits("chat");
    expect(read).toBe(51);
    await wait("con_61", 61);
    await waits("chat");
    expect(read).toBeLessThan(65);
  });

  test("of one queue say nothing of another", async () => {
    const waits = createRecentWaits(opened.store);
    await wait("con_1", 1);
    expect(await waits("e-mail")).toEqual([]);
    expect(await waits("chat")).toHaveLength(1);
  });
});
