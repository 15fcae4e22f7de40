import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problems } from "../../src/http/problem-catalog.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

let test: TestApp;
let conversation: string;
let kim: string;

beforeAll(async () => {
  test = startTestApp({ open: memoryStore() });
  for (const id of ["kim", "lea", "zoe"]) await test.engine.agents.add(person(id));
  const { json } = await test.write("hello");
  conversation = json.conversationId;
  await test.call("POST", `/api/v1/conversations/${conversation}/claim`, { body: { agentId: "lea" } });
  const scopes = ["conversations:read", "conversations:write", "reports:read", "keys:write"];
  kim = (await test.call("POST", "/api/v1/keys", { body: { name: "Kim", scopes, agentId: "kim" } })).json.token;
});
afterAll(() => test.close());

describe("a refusal", () => {
  it("says who may, and what to do about it", async () => {
    const path = `/api/v1/conversations/${conversation}/unassign`;
    const { status, json } = await test.call("POST", path, { body: {}, token: kim });
    expect([status, json.code]).toEqual([403, "not-allowed"]);
    expect(json.detail).toBe("Agent lea has the conversation: only they decide this, or a lead.");
    expect(json.help).toBe(problems["not-allowed"].help);
  });

  it("says what it is where it has nothing more to say, with what to do", async () => {
    const { json } = await test.call("GET", "/api/v1/conversations", { token: "bk_wrong" });
    expect(json.detail).toBe(`${problems.unauthenticated.title}. ${problems.unauthenticated.help}`);
    expect(json.help).toBeUndefined();
  });

  it("names the agent who is there already, and what a key that speaks for one may do", async () => {
    const added = await test.call("POST", "/api/v1/agents", { body: { id: "kim", name: "Kim" } });
    expect([added.json.code, added.json.detail]).toEqual(["agent-exists", "There is an agent kim already."]);
    const scopes = ["conversations:read"];
    const own = await test.call("POST", "/api/v1/keys", { body: { name: "Desk", scopes }, token: kim });
    expect([own.status, own.json.code]).toEqual([403, "wrong-agent"]);
    expect(own.json.detail).toContain("name them as `agentId`");
  });

  it.each(Object.entries(problems))("has help that reads well alone: %s", (_code, { help }) => {
    expect(help).toMatch(/^[A-Z].*\.$/);
    expect(help).not.toMatch(/\bdetail\b/);
  });
});

describe("a hand-over with a note for what is not theirs", () => {
  const handOver = (notes: Record<string, string>, headers = {}) =>
    test.call("POST", "/api/v1/agents/lea/hand-over", { body: { agentId: "zoe", notes }, headers });

  it("moves nothing and names it; a repetition gets its answer all the same", async () => {
    const refused = await handOver({ con_typo: "Refund agreed." });
    expect([refused.status, refused.json.code]).toEqual([422, "invalid"]);
    expect(refused.json.errors[0].path).toBe("body.notes.con_typo");
    expect((await test.call("GET", `/api/v1/conversations/${conversation}`)).json.agentId).toBe("lea");
    const once = { "idempotency-key": "lea-goes" };
    const done = await handOver({ [conversation]: "Refund agreed." }, once);
    expect(done.json.items).toMatchObject([{ conversationId: conversation, status: "handed-over" }]);
    expect((await handOver({ [conversation]: "Refund agreed." }, once)).json).toEqual(done.json);
  });
});

describe("what is not there", () => {
  it.each([
    ["POST", "/api/v1/dead-letters/nope/retry", {}, 404, "not-found", "There is no dead letter nope."],
    ["POST", "/api/v1/conversations/:id/waiting", { choice: "later" }, 409, "not-waiting", "Agent zoe has it."],
    ["POST", "/api/v1/conversations/:id/requests/zzz/accept", { agentId: "kim" }, 404, "not-found", "no request zzz"],
    ["GET", "/api/v1/settings/texts/nope/receipts?version=0", undefined, 404, "not-found", "no text nope"],
    ["GET", "/api/v1/settings/texts/nope/receipts?version=99", undefined, 404, "not-found", "no version"],
    ["GET", "/api/v1/conversations?queueId=chatt", undefined, 422, "invalid", "there is no chatt"],
    ["GET", "/api/v1/conversations?agentId=nobody", undefined, 422, "invalid", "there is no nobody"],
    ["GET", "/api/v1/tasks?teamId=nosuch", undefined, 422, "invalid", "query.teamId names no team"],
    ["GET", "/api/v1/tasks?ownerId=nobody", undefined, 422, "invalid", "query.ownerId names no agent"],
    ["GET", "/api/v1/ratings?agentId=nobody", undefined, 422, "invalid", "query.agentId names no agent"],
    ["GET", "/api/v1/agents?team=nosuch", undefined, 422, "invalid", "query.team names no team"],
    ["GET", "/api/v1/customers?accountOwnerId=nobody", undefined, 422, "invalid", "names no agent"],
    ["GET", "/api/v1/reports/queue?from=yesterday", undefined, 422, "invalid", "a day, as 2026-11-01"],
  ])("%s %s %j is said so", async (method, path, body, status, code, words) => {
    const answer = await test.call(method, path.replace(":id", conversation), body ? { body } : {});
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.json.detail).toContain(words);
  });
});

it("says on the wallboard of an agent's key that it is only theirs", async () => {
  const wallboard = async (token?: string) =>
    (await test.call("GET", "/api/v1/reports/wallboard", token === undefined ? {} : { token })).json.only;
  expect([await wallboard(kim), await wallboard()]).toEqual(["kim", null]);
});

it("says of a draft that was just published which version it is now", async () => {
  const changes = { "phrases/parcel": { id: "parcel", name: "Parcel", policy: "none", phrases: ["parcel"] } };
  const body = { name: "Words", changes };
  const { id } = (await test.call("POST", "/api/v1/settings/drafts", { body })).json;
  const { version } = (await test.call("POST", `/api/v1/settings/drafts/${id}/publish`, { body: {} })).json;
  for (const method of ["GET", "DELETE"]) {
    const { status, json } = await test.call(method, `/api/v1/settings/drafts/${id}`);
    expect([status, json.detail]).toEqual([
      404,
      `This is no draft any more: it was published as version ${version.number}.`,
    ]);
  }
});
