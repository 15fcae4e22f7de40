import { afterEach, beforeEach, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

let test: TestApp;
let conversation: string;

beforeEach(async () => {
  test = startTestApp({ open: memoryStore() });
  await test.engine.agents.add(person("ada"));
  const { json } = await test.write("hello");
  conversation = `/api/v1/conversations/${json.conversationId}`;
  await command("claim", {}, "claim-1");
});
afterEach(() => test.close());

it("does a repeated command once and answers in the same shape", async () => {
  const first = await command("replies", { text: "Hi" }, "reply-1");
  const again = await command("replies", { text: "Hi" }, "reply-1");
  expect([first.status, first.headers.get("idempotency-replayed")]).toEqual([200, null]);
  expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([200, "true"]);
  expect(Object.keys(again.json)).toEqual(Object.keys(first.json));
  expect(await replies()).toEqual(["Hi"]);
});

it("does commands that are repeated at the same time once", async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => command("replies", { text: "Hi" }, "reply-1")));
  expect(all.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect(await replies()).toEqual(["Hi"]);
});

it("knows a repetition when the command would no longer be allowed", async () => {
  await command("replies", { text: "Hi" }, "reply-1");
  await command("close", { outcome: "resolved" }, "close-1");
  const again = await command("replies", { text: "Hi" }, "reply-1");
  expect([again.status, again.json.phase, again.headers.get("idempotency-replayed")]).toEqual([200, "closed", "true"]);
  const fresh = await command("replies", { text: "Hi" }, "reply-2");
  expect([fresh.status, fresh.json.code]).toEqual([409, "conversation-closed"]);
});

it("refuses the same key with another body, and takes it for another address or caller", async () => {
  await command("replies", { text: "Hi" }, "key");
  const other = await command("replies", { text: "Something else" }, "key");
  expect([other.status, other.json.code]).toEqual([422, "idempotency-key-reused"]);
  expect((await command("notes", { text: "Hi" }, "key")).headers.get("idempotency-replayed")).toBeNull();
  const key = { name: "Ada's", scopes: ["conversations:write"], agentId: "ada" };
  const { token } = (await test.call("POST", "/api/v1/keys", { body: key })).json;
  const headers = { "idempotency-key": "key" };
  const body = { agentId: "ada", text: "Hi" };
  const anothers = await test.call("POST", `${conversation}/replies`, { body, token, headers });
  expect([anothers.status, anothers.headers.get("idempotency-replayed")]).toEqual([200, null]);
  expect(await replies()).toEqual(["Hi", "Hi"]);
});

it.each(["", "with blank", "ümlaut", "x".repeat(256)])("refuses the key %j", async (key) => {
  const answer = await command("replies", { text: "Hi" }, key);
  expect([answer.status, answer.json.code]).toEqual([422, "invalid"]);
  expect(answer.json.errors[0].path).toBe("header.idempotency-key");
  expect(await replies()).toEqual([]);
});

it("adds one agent for a repeated request", async () => {
  const add = (name: string, id?: string) =>
    test.call("POST", "/api/v1/agents", { body: { name, id }, headers: { "idempotency-key": `agent-${id}` } });
  for (const id of [undefined, "eve"]) {
    const [first, again] = [await add("Eve", id), await add("Eve", id)];
    expect(again.json).toEqual(first.json);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect((await add("Another", id)).json.code).toBe("idempotency-key-reused");
  }
  expect((await test.call("GET", "/api/v1/agents")).json.items).toHaveLength(3);
});

it("creates one API key for a repeated request, and shows its token once", async () => {
  const create = (name: string) => {
    const body = { name, scopes: ["feed:read"] };
    return test.call("POST", "/api/v1/keys", { body, headers: { "idempotency-key": "key-1" } });
  };
  const [first, again] = [await create("Console"), await create("Console")];
  expect(first.json.token).toMatch(/^bk_main_/);
  expect(again.json).toEqual({ ...first.json, token: null });
  expect((await create("Other")).json.code).toBe("idempotency-key-reused");
  expect((await test.call("GET", "/api/v1/keys")).json.items).toHaveLength(1);
});

function command(what: string, body: object, key: string) {
  const headers = { "idempotency-key": key };
  return test.call("POST", `${conversation}/${what}`, { body: { agentId: "ada", ...body }, headers });
}

async function replies(): Promise<readonly string[]> {
  const { json } = await test.call("GET", `${conversation}/messages`);
  const items: readonly { author: { type: string }; content: { text: string } }[] = json.items;
  return items.filter(({ author }) => author.type === "agent").map(({ content }) => content.text);
}
