import { expect, test } from "vitest";
import { testClock } from "../../support/clock.ts";
import { person, startTestEngine } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";

test("two processes that give one person many at once never give more than there is room for, and each once", async () => {
  const open = memoryStore();
  const clock = testClock();
  const store = { store: open.store, close: async () => undefined };
  const engines = ["a", "b"].map((processName) => startTestEngine({ store, clock, processName }));
  const [here, there] = engines;
  if (!here || !there) throw new Error("Two engines were started.");
  await here.engine.agents.add(person("kim", { capacity: 15, presence: "busy" }));
  const ids: string[] = [];
  for (let index = 0; index < 40; index++) {
    const accepted = await here.write(`customer-${index}`, "hello");
    if ("conversationId" in accepted && accepted.conversationId) ids.push(accepted.conversationId);
  }
  await here.pass(0);
  const wanted = { agentId: "kim", byAgentId: null, evenIfAway: false, tellsCustomer: true, idempotency: null };
  const halves = [ids.slice(0, 25), ids.slice(15)];
  const done = await Promise.all(
    engines.map(({ engine }, index) => engine.people.assignMany({ ...wanted, conversationIds: halves[index] ?? [] })),
  );
  const items = done.flatMap((each) => (each.status === "done" ? each.items : []));
  const given = new Set(items.flatMap(({ status, conversationId }) => (status === "done" ? [conversationId] : [])));
  expect(given.size).toBe(15);
  expect(items.filter(({ status }) => status !== "done").every(({ code }) => code === "agent-full")).toBe(true);
  expect(Object.keys((await here.engine.agents.get("kim"))?.holds ?? {}).sort()).toEqual([...given].sort());
  for (const id of given) {
    const { items: records } = await here.engine.conversations.records(id, { limit: 50, afterSeq: 0 });
    expect(records.filter((record) => record.type === "control" && record.to === "human")).toHaveLength(1);
  }
  for (const started of engines) await started.close();
  await open.close();
});
