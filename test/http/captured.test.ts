import { afterEach, beforeEach, expect, it } from "vitest";
import { conversationViews } from "../../src/core/conversation/index-entries.ts";
import { notificationViews } from "../../src/engine/notifications/documents.ts";
import { handoff, rule } from "../core/policies.ts";
import { text } from "../core/settings/examples.ts";
import { channelId, startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

const base = "/api/v1/settings";
const captured = `${base}/captured`;
const tester = "tester-1";
let test: TestApp;
let draftId: string;

beforeEach(async () => {
  test = startTestApp({ open: memoryStore() });
  await test.call("POST", "/api/v1/agents", { body: { id: "robin", name: "Robin", presence: "available" } });
  draftId = await draft({
    "rules/everything": rule("everything", {
      then: handoff({ destination: { type: "queue", id: "chat" }, notify: [{ type: "agent", id: "robin" }] }),
    }),
    "texts/tried": text("tried", { en: "This is the draft." }, { moment: "handoff.confirmation" }),
  });
  await publish({
    "testIdentities/me": { id: "me", channel: channelId, address: tester, draftId },
  });
});
afterEach(() => test.close());

async function draft(changes: object): Promise<string> {
  return (await test.call("POST", `${base}/drafts`, { body: { name: "A draft", changes } })).json.id;
}

async function publish(changes: object): Promise<void> {
  const published = await test.call("POST", `${base}/drafts/${await draft(changes)}/publish`, { body: {} });
  expect(published.status, published.text).toBe(200);
}

async function write(from: string, said: string): Promise<string> {
  const { json } = await test.write(said, { from });
  await test.settle();
  return json.conversationId;
}

const told = (target: string) =>
  test.store.query({ view: notificationViews.byTarget, key: target, limit: 10, order: "ascending", cursor: null });

it("shows a declared test customer the draft on a live channel, and everybody else what is in force (I16)", async () => {
  await write(tester, "hello");
  await write("customer-1", "hello");
  const texts = (to: string) => test.delivered.filter((message) => message.to === to).map((message) => message.text);
  expect(texts(tester)).toEqual(["This is the draft."]);
  expect(texts("customer-1")).toEqual(["Happy to help."]);
});

it("rings nobody who works, and keeps what they would have been told", async () => {
  const conversationId = await write(tester, "hello");
  const { json: agents } = await test.call("GET", "/api/v1/agents");
  expect(agents.items).toMatchObject([{ id: "robin", holds: [] }]);
  expect((await told("queue:chat")).items).toEqual([]);
  expect((await told("agent:robin")).items).toEqual([]);
  const { json } = await test.call("GET", captured);
  expect(json.items).toHaveLength(2);
  expect(json.items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        ...{ conversationId, kind: "handoff-opened", reason: "rule", priority: "normal" },
        target: { type: "agent", id: "robin" },
      }),
      expect.objectContaining({ target: { type: "queue", id: "chat" } }),
    ]),
  );
});

it("captures nothing of a customer's", async () => {
  await write("customer-1", "I want to talk to a person");
  expect((await test.call("GET", captured)).json.items).toEqual([]);
  expect((await told("queue:chat")).items).toHaveLength(1);
});

it("comes in pages, the newest first, for whoever may read settings", async () => {
  await write(tester, "hello");
  const first = (await test.call("GET", `${captured}?limit=1`)).json;
  const second = (await test.call("GET", `${captured}?limit=1&cursor=${first.next}`)).json;
  const targets = [...first.items, ...second.items].map(({ target }: { target: { type: string } }) => target.type);
  expect(targets.sort()).toEqual(["agent", "queue"]);
  expect((await test.call("GET", `${captured}?cursor=nonsense`)).status).toBe(422);
  const body = { name: "console", scopes: ["conversations:read"] };
  const { token } = (await test.call("POST", "/api/v1/keys", { body })).json;
  expect((await test.call("GET", captured, { token })).status).toBe(403);
});

it("says nothing about how long customers wait", async () => {
  await test.engine.agents.add(person("helper", { isTest: true }));
  const ids = [await write(tester, "hello"), await write("customer-1", "I want to talk to a person")];
  test.clock.advance(120_000);
  for (const [index, agentId] of ["helper", "robin"].entries()) {
    const claimed = await test.call("POST", `/api/v1/conversations/${ids[index]}/claim`, { body: { agentId } });
    expect(claimed.status, claimed.text).toBe(200);
  }
  const waited = await Promise.all(ids.map((id) => test.engine.conversations.get(id)));
  expect(waited.map((conversation) => conversation?.lastWait?.ms)).toEqual([120_000, 120_000]);
  const waits = { view: conversationViews.waits, key: "chat", limit: 10, order: "ascending", cursor: null } as const;
  const counted = (await test.store.query(waits)).items.map((item) => "id" in item && item.id);
  expect(counted).toEqual([ids[1]]);
});
it("does not fill a queue for those who really wait in it", async () => {
  await publish({ "queues/chat": { id: "chat", name: "Chat", teams: ["support"], limit: 1 } });
  await write(tester, "hello");
  // How full a queue is holds for a while once it was read.
  test.clock.advance(60_000);
  await write("customer-1", "I want to talk to a person");
  const { items } = (await test.call("GET", "/api/v1/conversations?phase=queue")).json;
  const customer = items.find(({ isTest }: { isTest: boolean }) => !isTest);
  const { json } = await test.call("GET", `/api/v1/conversations/${customer.id}/messages`);
  expect(json.items[1].author).toEqual({ type: "system", moment: "handoff.confirmation" });
});
