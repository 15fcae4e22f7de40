import { expect, test } from "vitest";
import { indexEntries } from "../../src/core/conversation/index-entries.ts";
import type { Conversation, Handoff } from "../../src/core/conversation/state.ts";
import { readConversation } from "../../src/core/conversation/upgrade.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import { byRank, listOfQueue, type WaitingList } from "../../src/engine/routing/waiting-list.ts";
import type { Store } from "../../src/ports/store.ts";
import asked from "../fixtures/snapshots/v3-queue-broadcast.json" with { type: "json" };
import { memoryStore } from "../support/memory-store.ts";
import { recordingChannel } from "../support/recording-channel.ts";

const hour = 3_600_000;
const channels = new Map(
  [
    recordingChannel("long", { replyWindowMs: 24 * hour }),
    recordingChannel("short", { replyWindowMs: hour }),
    recordingChannel("open", { replyWindowMs: null }),
  ].map((channel) => [channel.id, channel]),
);

const snapshot = readConversation(asked);

/** Waits in a queue, with what differs. */
async function put(store: Store, id: string, change: Partial<Handoff>, of: Partial<Conversation> = {}): Promise<void> {
  if (snapshot.control.phase !== "queue") throw new Error("the snapshot waits");
  const handoff = { ...snapshot.control.handoff, ask: null, ...change };
  const body: Conversation = { ...snapshot, ...of, id, control: { ...snapshot.control, handoff } };
  const target = { kind: "conversation", id };
  const index = indexEntries(body).map((entry) => ({ change: "put", ...entry, ...target, previousKey: null }) as const);
  await store.commit({ ...emptyCommit(0), puts: [{ ...target, body }], index });
}

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
    await put(store, id, inQueue("chat"), { route: { channelId }, lastCustomerAt: hours * hour });
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
    await put(store, `con_${number}`, {
      ...inQueue(number % 2 === 0 ? "even" : "odd"),
      enteredQueueAt: number,
      priority,
    });
  }
  const lists = ["even", "odd"].map((id) => listOfQueue(store, { id, order: "priority-then-age" }, channels));
  const expected = [29, ...numbers.slice(0, 29)].map((number) => `con_${number}`);
  expect(await idsOf(byRank(lists))).toEqual(expected);
});
