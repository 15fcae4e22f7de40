import { expect, test } from "vitest";
import { byRank, listOfQueue, type WaitingList } from "../../src/engine/routing/waiting-list.ts";
import type { Store } from "../../src/ports/store.ts";
import { memoryStore } from "../support/memory-store.ts";
import { recordingChannel } from "../support/recording-channel.ts";
import { putWaiting } from "./routing/put-waiting.ts";

const hour = 3_600_000;
const channels = new Map(
  [
    recordingChannel("long", { replyWindowMs: 24 * hour }),
    recordingChannel("short", { replyWindowMs: hour }),
    recordingChannel("open", { replyWindowMs: null }),
  ].map((channel) => [channel.id, channel]),
);

async function idsOf(list: WaitingList): Promise<string[]> {
  const ids: string[] = [];
  for (let next = await list.head(); next; next = await list.head()) {
    ids.push(next.conversation.id);
    list.pass();
  }
  return ids;
}

const inQueue = (id: string) => ({ destination: { type: "queue", id, teamIds: [] } }) as const;

test("by reply window, whose channel closes first is first, whenever they wrote; those that never close are last", async () => {
  const { store } = memoryStore();
  const wrote = async (id: string, channelId: string, hours: number) => {
    await putWaiting(store, id, inQueue("chat"), { route: { channelId }, lastCustomerAt: hours * hour });
  };
  await wrote("open-long-ago", "open", 1);
  await wrote("long-ago", "long", 2);
  await wrote("short-soon", "short", 24);
  await wrote("long-later", "long", 3);
  await wrote("open-lately", "open", 20);
  expect(await idsOf(listOfQueue(store, { id: "chat", order: "reply-window" }, channels))).toEqual([
    ...["short-soon", "long-ago", "long-later", "open-long-ago", "open-lately"],
  ]);
});

test("several queues are one list by rank, and each keeps its own order, over as many pages as it takes", async () => {
  const { store } = memoryStore();
  const numbers = Array.from({ length: 30 }, (_, number) => number);
  for (const number of numbers) {
    const priority = number === 29 ? "urgent" : "normal";
    await putWaiting(store, `con_${number}`, {
      ...inQueue(number % 2 === 0 ? "even" : "odd"),
      enteredQueueAt: number,
      priority,
    });
  }
  const lists = ["even", "odd"].map((id) => listOfQueue(store, { id, order: "priority-then-age" }, channels));
  const expected = [29, ...numbers.slice(0, 29)].map((number) => `con_${number}`);
  expect(await idsOf(byRank(lists))).toEqual(expected);
});

test("whoever looks at the first alone reads hardly more, and whoever looks at all of them does so in a few readings", async () => {
  const { store } = memoryStore();
  for (let number = 0; number < 100; number++) await putWaiting(store, `con_${number}`, inQueue("chat"));
  const read: number[] = [];
  const counting: Store = {
    ...store,
    async query(query) {
      const page = await store.query(query);
      read.push(page.items.length);
      return page;
    },
  };
  const list = listOfQueue(counting, { id: "chat", order: "age" }, channels);
  await list.head();
  expect(read).toEqual([2]);
  expect(await idsOf(list)).toHaveLength(100);
  expect(read.length).toBeLessThan(8);
});
