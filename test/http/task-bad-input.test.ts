import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

const hour = 3_600_000;
let app: TestApp;
let id: string;

beforeEach(async () => {
  app = startTestApp({ open: memoryStore() });
  for (const agentId of ["kim", "lou", "gone"]) await app.engine.agents.add(person(agentId, { teamIds: ["support"] }));
  await app.engine.people.leave("gone", { agentId: null, role: "admin" });
  const body = { title: "Call Ada back", kind: "call-back", dueAt: inHours(2), ownerId: "kim" };
  id = (await app.call("POST", "/api/v1/tasks", { body })).json.id;
});
afterEach(() => app.close());

const inHours = (hours: number) => new Date(app.clock.now() + hours * hour).toISOString();
const stored = async () => (await app.call("GET", `/api/v1/tasks/${id}`)).json;
const change = (body: unknown) => app.call("PATCH", `/api/v1/tasks/${id}`, { body });
const post = (step: string, body: unknown = {}) => app.call("POST", `/api/v1/tasks/${id}/${step}`, { body });

/** What the list and the feed know of: nothing of a refused change shows up in either. */
async function everything() {
  const page = await app.store.feed({ after: "0", limit: 100, waitMs: 0, signal: new AbortController().signal });
  const changes = page.status === "entries" ? page.entries.filter(({ type }) => type === "task-changed") : page.status;
  return { task: await stored(), list: (await app.call("GET", "/api/v1/tasks")).json.items, changes };
}

describe("what cannot be is refused by name, and nothing of it is done", () => {
  test.each([
    ["an owner who does not exist", () => ({ ownerId: "nobody" }), 422, "unknown-agent"],
    ["an owner who has left", () => ({ ownerId: "gone" }), 409, "agent-left"],
    ["a team that does not exist", () => ({ teamId: "nowhere" }), 422, "no-such-team"],
    ["a time that has passed", () => ({ dueAt: inHours(-1) }), 422, "time-has-passed"],
    ["this very moment", () => ({ dueAt: inHours(0) }), 422, "time-has-passed"],
    ["a time that is none", () => ({ dueAt: "2026-02-30T09:00:00Z" }), 422, "invalid"],
    ["a time without a zone", () => ({ dueAt: "2026-12-01T09:00:00" }), 422, "invalid"],
    ["a zone that does not exist", () => ({ dueAt: "2026-12-01T09:00:00[Mars/Base]" }), 422, "invalid"],
    ["a revision that was long ago", () => ({ ownerId: "lou", revision: 7 }), 409, "task-changed"],
    ["a revision that is none", () => ({ ownerId: "lou", revision: 0 }), 422, "invalid"],
    ["somebody unknown who does it", () => ({ ownerId: "lou", agentId: "nobody" }), 422, "unknown-agent"],
    ["a new owner with a time that has passed", () => ({ ownerId: "lou", dueAt: inHours(-1) }), 422, "time-has-passed"],
    ["a new time with an owner who has left", () => ({ ownerId: "gone", dueAt: inHours(3) }), 409, "agent-left"],
  ])("%s", async (_, body, status, code) => {
    const before = await everything();
    const answer = await change(body());
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.json.detail).not.toBe("");
    expect(await everything()).toEqual(before);
  });

  test("a field that is wrong is named", async () => {
    expect((await change({ dueAt: "tomorrow" })).json.errors).toMatchObject([{ path: "body.dueAt" }]);
    expect((await post("cancel")).json.errors).toMatchObject([{ path: "body.reason" }]);
    const made = await app.call("POST", "/api/v1/tasks", { body: { title: "x", kind: "note" } });
    expect(made.json.errors).toMatchObject([{ path: "body.dueAt" }]);
  });

  test("nothing can be made for somebody who has left, nor by them", async () => {
    const body = { title: "x", kind: "note", dueAt: inHours(1) };
    const before = await everything();
    for (const gone of [{ ownerId: "gone" }, { agentId: "gone" }]) {
      const { json } = await app.call("POST", "/api/v1/tasks", { body: { ...body, ...gone } });
      expect(json.code).toBe("agent-left");
    }
    expect((await post("done", { agentId: "gone" })).json.code).toBe("agent-left");
    expect(await everything()).toEqual(before);
  });
});

describe("an end", () => {
  test("that is said twice is one, by whoever said it first", async () => {
    const first = (await post("done", { note: "Reached her.", agentId: "kim" })).json;
    const before = await everything();
    const second = await post("done", { note: "Me too.", agentId: "lou" });
    expect([second.status, second.json]).toEqual([200, first]);
    expect(await everything()).toEqual(before);
  });

  test.each([
    ["done", "cancel", { reason: "She wrote again" }, 409, "task-ended"],
    ["done", "done", { revision: 1 }, 409, "task-changed"],
    ["cancel", "done", {}, 409, "task-ended"],
  ])("%s, and then %s with %o: nothing of the first is lost", async (first, second, body, status, code) => {
    await post(first, first === "cancel" ? { reason: "Not needed" } : {});
    const before = await everything();
    const answer = await post(second, body);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(await everything()).toEqual(before);
  });

  test("of what is open already is none: taking it up again changes nothing", async () => {
    const before = await everything();
    expect((await post("reopen")).json).toEqual(before.task);
    expect(await everything()).toEqual(before);
  });

  test("is one of two that come at the same moment", async () => {
    const answers = await Promise.all([post("done", { revision: 1 }), post("cancel", { reason: "x", revision: 1 })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await stored()).history).toHaveLength(2);
  });
});
