import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Called, startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";
import { quietSettings } from "../support/quiet-settings.ts";

let test: TestApp;
beforeEach(() => {
  test = startTestApp({ open: memoryStore() });
});
afterEach(() => test.close());

/** A conversation that Mark has, while Nina is there, too. */
async function marks(): Promise<string> {
  await test.engine.agents.add(person("mark"));
  const { json } = await test.write("I want to talk to a human");
  await test.settle();
  const conversation = `/api/v1/conversations/${json.conversationId}`;
  await test.call("POST", `${conversation}/claim`, { body: { agentId: "mark" } });
  await test.engine.agents.add(person("nina"));
  return conversation;
}

const ask = (conversation: string): Promise<Called> =>
  test.call("POST", `${conversation}/requests`, { body: { agentId: "mark", kind: "assign", toAgentId: "nina" } });

const recordsOf = async (conversation: string, type: string) => {
  const { items } = (await test.call("GET", `${conversation}/records?limit=100`)).json;
  return items.filter((record: { type: string }) => record.type === type);
};

describe("while a colleague is asked", () => {
  it("the customer writes and is answered as before, and nobody tells them anything", async () => {
    const conversation = await marks();
    await ask(conversation);
    await test.settle();
    const told = test.delivered.length;
    await test.write("Are you still there?");
    await test.call("POST", `${conversation}/replies`, { body: { agentId: "mark", text: "Yes, I am." } });
    await test.settle();
    expect(test.delivered.slice(told).map(({ text }) => text)).toEqual(["Yes, I am."]);
    expect((await test.call("GET", conversation)).json).toMatchObject({
      ...{ phase: "human", agentId: "mark" },
      person: { requests: [{ kind: "assign", agentId: "nina" }] },
    });
  });
});

describe("the settings of requests", () => {
  it("are a lead's, in one place: how long each kind waits, and the reasons to choose from", async () => {
    const people = { ...quietSettings.people, requestSeconds: { offer: 90, assign: 30, discuss: 600 } };
    const reasons = { reject: ["At lunch"], withdraw: ["Found it"], outcomes: [] };
    const draft = await test.call("POST", "/api/v1/settings/drafts", {
      body: { name: "Requests", changes: { people, reasons } },
    });
    const published = await test.call("POST", `/api/v1/settings/drafts/${draft.json.id}/publish`, { body: {} });
    expect(published.status, published.text).toBe(200);
    expect((await test.call("GET", "/api/v1/reasons")).json).toEqual(reasons);

    const conversation = await marks();
    await ask(conversation);
    test.clock.advance(29_000);
    await test.settle();
    expect((await recordsOf(conversation, "request")).at(-1)).toMatchObject({ agentId: "nina", end: null });
    test.clock.advance(1_000);
    await test.settle();
    const ended = { status: "timed-out", at: new Date(test.clock.now()).toISOString(), reason: null };
    expect((await recordsOf(conversation, "request")).at(-1)).toMatchObject({ agentId: "nina", end: ended });
    expect((await test.call("GET", conversation)).json).toMatchObject({ agentId: "mark", person: { requests: [] } });
  });
});

describe("fifty conversations in one call", () => {
  it("leave fifty records, one for each, and ask nobody", async () => {
    const ids: string[] = [];
    for (let index = 0; index < 50; index++) {
      ids.push((await test.write("hello", { from: `customer-${index}` })).json.conversationId);
    }
    await test.settle();
    await test.engine.agents.add(person("nina", { capacity: 50 }));
    const body = { conversationIds: ids, agentId: "nina" };
    const { json } = await test.call("POST", "/api/v1/conversations/assign", { body });
    expect(json.items.map(({ status }: { status: string }) => status)).toEqual(ids.map(() => "assigned"));
    for (const id of ids) {
      const conversation = `/api/v1/conversations/${id}`;
      const controls = await recordsOf(conversation, "control");
      expect(controls.slice(1)).toMatchObject([{ from: "bot", to: "human", agentId: "nina" }]);
      expect(await recordsOf(conversation, "request")).toEqual([]);
    }
  });
});
