import { expect, test } from "vitest";
import type { Accepted } from "../../../src/engine/inbound.ts";
import { testClock } from "../../support/clock.ts";
import { startTestEngine } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";

const conversationOf = (accepted: Accepted) => ("conversationId" in accepted ? (accepted.conversationId ?? "") : "");

test("whoever was erased by one process and has written to it again goes on there through another one", async () => {
  const store = memoryStore();
  const shared = { store: store.store, close: async () => undefined };
  const clock = testClock();
  const [here, there] = [
    startTestEngine({ store: shared, clock, processName: "a" }),
    startTestEngine({ store: shared, clock, processName: "b" }),
  ];
  const erased = conversationOf(await there.write("ada", "hello", "event-1"));
  await there.write("ada", "are you there?", "event-2");
  const customerId = (await here.engine.conversations.get(erased))?.customerId ?? "";
  await here.engine.erase(customerId);
  const begun = conversationOf(await here.write("ada", "hello again", "event-3"));
  // This process still has in mind where the first message went.
  const wentOn = await there.write("ada", "and more", "event-4");
  expect(wentOn).toEqual({ status: "accepted", conversationId: begun });
  expect(begun).not.toBe(erased);
  const { items } = await here.engine.conversations.messages(begun, { limit: 10, afterSeq: 0 });
  const said = items.flatMap(({ author, content }) =>
    author.type === "customer" && content.type === "text" ? content.text : [],
  );
  expect(said).toEqual(["hello again", "and more"]);
  await here.close();
  await there.close();
  await store.close();
});
