import { describe, expect, test } from "vitest";
import type { Handoff, Resolved } from "../../../src/core/conversation/state.ts";
import { newQueue, type Queue } from "../../../src/core/routing/queue.ts";
import { readLine } from "../../../src/engine/routing/line.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { recordingChannel } from "../../support/recording-channel.ts";
import { ask, openFloor } from "./floor.ts";
import { beingAsked, putWaiting } from "./put-waiting.ts";

const minute = 60_000;
const channels = new Map(
  [recordingChannel("slow"), recordingChannel("closing", { replyWindowMs: 60 * minute })].map((one) => [one.id, one]),
);

/** Five who came one after the other: the second is urgent, the third is being asked for, the last one's channel closes. */
async function lineOf(order: Queue["order"]): Promise<readonly string[]> {
  const { store } = memoryStore();
  const destination: Resolved = { type: "queue", id: "chat", teamIds: [] };
  const put = (id: string, at: number, change: Partial<Handoff> = {}, channelId = "slow") =>
    putWaiting(
      store,
      id,
      { destination, openedAt: at, enteredQueueAt: at, priority: "normal", ...change },
      { lastCustomerAt: at, route: { channelId } },
    );
  await put("first", 1);
  await put("urgent", 2, { priority: "urgent" });
  await put("rung", 3, { ...beingAsked, priority: "low" });
  await put("fourth", 4);
  await put("closing", 5, {}, "closing");
  await put("elsewhere", 0, { destination: { ...destination, id: "billing" } });
  const queue = newQueue({ id: "chat", name: "Chat", teams: [], order });
  return readLine({ store, channels }, "chat", { queues: { chat: queue } });
}

describe("the line of a queue is the order in which it is served", () => {
  test.each([
    ["priority-then-age", ["urgent", "first", "fourth", "closing", "rung"]],
    ["age", ["first", "urgent", "rung", "fourth", "closing"]],
    ["reply-window", ["closing", "first", "urgent", "rung", "fourth"]],
  ] as const)("%s", async (order, expected) => {
    expect(await lineOf(order)).toEqual(expected);
  });

  test("and of a team that is no queue, by priority", async () => {
    const { store } = memoryStore();
    const destination: Resolved = { type: "team", id: "support", teamIds: ["support"] };
    const at = { destination, openedAt: 1, enteredQueueAt: 1 };
    await putWaiting(store, "normal", { ...at, priority: "normal" });
    await putWaiting(store, "urgent", { ...at, priority: "urgent" });
    expect(await readLine({ store, channels }, "support", { queues: {} })).toEqual(["urgent", "normal"]);
  });
});

describe("a customer who waits and looks on", () => {
  test.each([
    ["age", { ada: "You're next.", bob: "You're number 2", cy: "You're number 3" }],
    ["priority-then-age", { ada: "You're number 2", bob: "You're next.", cy: "You're number 3" }],
  ] as const)("is told their place as the queue is served, by %s", async (order, told) => {
    const channel = recordingChannel("main.test", { hasPresence: true });
    const floor = openFloor({ chat: { order } }, { channel });
    await ask(floor, "ada");
    // Urgent, whoever came before.
    await floor.write("bob", "I will kill myself");
    await ask(floor, "cy");
    await floor.pass(10 * minute);
    const places: Record<string, string> = {};
    for (const { address, text } of channel.sent) {
      const place = /You're (next\.|number \d)/.exec(text ?? "")?.[0];
      if (place) places[address] = place;
    }
    expect(places).toEqual(told);
  });
});
