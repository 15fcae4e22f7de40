import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

const canary = "canary-7f3a";
let test: TestApp;
let conversation: string;

beforeAll(async () => {
  test = startTestApp({ open: memoryStore() });
  await test.engine.agents.add(person("ada"));
  const { json } = await test.write("hello");
  conversation = `/api/v1/conversations/${json.conversationId}`;
  await test.call("POST", `${conversation}/claim`, { body: { agentId: "ada" } });
});
afterAll(() => test.close());

let before = 0;
beforeEach(async () => {
  before = await lastSeq();
});

describe("a body that is refused", () => {
  const json = { "content-type": "application/json" };
  const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
  const cases: readonly [string, string, Record<string, string>, number, string][] = [
    ["not JSON", `{"agentId":"ada","text":"${canary}`, json, 400, "not-json"],
    ["no object", `["${canary}"]`, json, 422, "invalid"],
    ["null", "null", json, 422, "invalid"],
    ["empty", "", json, 422, "invalid"],
    [
      "of another type",
      `text=${canary}`,
      { "content-type": "application/x-www-form-urlencoded" },
      415,
      "unsupported-media-type",
    ],
    ["of no type", `{"agentId":"ada","text":"${canary}"}`, { "content-type": "" }, 415, "unsupported-media-type"],
    ["of wrong types", `{"agentId":"ada","text":{"${canary}":"${canary}"}}`, json, 422, "invalid"],
    ["blank", `{"agentId":"ada","text":"  "}`, json, 422, "invalid"],
    ["nothing but NUL", `{"agentId":"ada","text":"\\u0000"}`, json, 422, "invalid"],
    ["with lone surrogates", `{"agentId":"ada","text":"${canary} \\udfff"}`, json, 422, "invalid"],
    ["with a text that is too long", `{"agentId":"ada","text":"${"x".repeat(16_001)}"}`, json, 422, "invalid"],
    ["nested deeply", `{"agentId":"ada","text":"${canary}","more":${deep}}`, json, 422, "invalid"],
    ["with 10 MB of text", `{"agentId":"ada","text":"${canary.repeat(900_000)}"}`, json, 413, "too-large"],
  ];

  it.each(cases)("%s", async (_name, body, headers, status, code) => {
    const answer = await test.call("POST", `${conversation}/replies`, { body, headers });
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.text).not.toContain(canary);
    expect(await lastSeq()).toBe(before);
    expect(JSON.stringify(test.log)).not.toContain(canary);
  });

  it("says of each field what it must be", async () => {
    const answer = await test.call("POST", `${conversation}/replies`, { body: { agentId: 7, text: "" } });
    expect(answer.json.errors).toEqual([
      { path: "body.agentId", message: "must be a text" },
      { path: "body.text", message: "must not be empty" },
      { path: "body.text", message: "must not be blank" },
    ]);
    expect(answer.json.detail).toBe(
      "body.agentId must be a text. body.text must not be empty. body.text must not be blank.",
    );
  });
});

it("may have NULs that nobody typed", async () => {
  const body = { agentId: "ada", text: "Hi\0" };
  expect((await test.call("POST", `${conversation}/replies`, { body })).status).toBe(200);
  const { json } = await test.call("GET", `${conversation}/messages?after=${before}`);
  expect(json.items.at(-1).content.text).toBe("Hi");
});

it.each([
  ["/api/v1/conversations", "query.phase"],
  ["/api/v1/conversations?phase=bot&agentId=ada", "query.phase"],
  ["/api/v1/conversations?phase=nowhere", "query.phase"],
  ["/api/v1/conversations?phase=bot&limit=201", "query.limit"],
  ["/api/v1/conversations?phase=bot&limit=many", "query.limit"],
  ["/api/v1/conversations?phase=bot&cursor=bm9uc2Vuc2U", "query.cursor"],
  ["/api/v1/conversations?phase=bot&cursor=%F0%9F%98%80", "query.cursor"],
  ["/api/v1/search", "query.q"],
  ["/api/v1/search?q=", "query.q"],
])("names what is wrong in %s", async (path, field) => {
  const answer = await test.call("GET", path);
  expect([answer.status, answer.json.code]).toEqual([422, "invalid"]);
  expect(answer.json.errors[0].path).toBe(field);
});

it("goes through a list page by page", async () => {
  for (let index = 0; index < 7; index += 1) await test.write("hello", { from: `pager-${index}` });
  const seen: string[] = [];
  let cursor = "";
  do {
    const { json } = await test.call("GET", `/api/v1/conversations?phase=bot&limit=3${cursor}`);
    seen.push(...json.items.map((item: { id: string }) => item.id));
    cursor = json.next === null ? "" : `&cursor=${json.next}`;
  } while (cursor !== "");
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(7);
});

it.each([
  ["GET", "/nowhere"],
  ["GET", "/api/v1/conversations/con_none"],
  ["PUT", "/api/v1/agents"],
  ["OPTIONS", "/api/v1/agents"],
])("answers %s %s with a problem document", async (method, path) => {
  const answer = await test.call(method, path);
  expect([answer.status, answer.json.code]).toEqual([404, "not-found"]);
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
});

it("says in its detail, too, which field it was and what it must be", async () => {
  const { json } = await test.call("GET", "/api/v1/conversations");
  const [{ path, message }] = json.errors;
  expect(json.detail).toBe(`${path}: ${message}`);
  expect(path).toBe("query.phase");
});

async function lastSeq(): Promise<number> {
  return (await test.call("GET", conversation)).json.lastSeq;
}
