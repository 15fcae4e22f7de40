import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createKeys } from "../../src/http/keys.ts";
import type { Scope } from "../../src/protocol/api-keys.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { person, sequentialIds } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

const hour = 3_600_000;
const reading: readonly Scope[] = ["conversations:read", "conversations:write"];
let app: TestApp;
let kim: string;
let outsider: string;

async function keyOf(agentId: string): Promise<string> {
  const keys = createKeys(app.store, app.clock, sequentialIds(agentId), "main");
  const created = await keys.create({ name: agentId, scopes: reading, agentId }, null);
  return created.status === "created" ? created.token : "";
}

beforeEach(async () => {
  app = startTestApp({ open: memoryStore() });
  await app.engine.agents.add(person("kim", { teamIds: ["support"] }));
  await app.engine.agents.add(person("lou", { teamIds: ["support"] }));
  await app.engine.agents.add(person("zoe", { teamIds: ["billing"] }));
  await app.engine.agents.add(person("hedy", { role: "lead" }));
  kim = await keyOf("kim");
  outsider = await keyOf("zoe");
});
afterEach(() => app.close());

const inHours = (hours: number) => new Date(app.clock.now() + hours * hour).toISOString();

async function add(differing: Readonly<Record<string, unknown>> = {}, token?: string) {
  const body = { title: "Call Ada back", kind: "call-back", dueAt: inHours(2), ownerId: "kim", ...differing };
  return app.call("POST", "/api/v1/tasks", { body, ...(token ? { token } : {}) });
}

async function titles(query: string, token?: string): Promise<readonly string[]> {
  const { json } = await app.call("GET", `/api/v1/tasks${query}`, token ? { token } : {});
  return json.items.map(({ title }: { title: string }) => title);
}

async function publish(changes: Readonly<Record<string, unknown>>): Promise<void> {
  const created = await app.call("POST", "/api/v1/settings/drafts", { body: { name: "Templates", changes } });
  const published = await app.call("POST", `/api/v1/settings/drafts/${created.json.id}/publish`, { body: {} });
  expect(published.status, created.text + published.text).toBe(200);
}

const visit = { id: "visit", name: "Visit them", kind: "visit", dueMinutes: 60, remindBefore: [30, 600] };

const post = (path: string, body: unknown, token?: string) =>
  app.call("POST", `/api/v1/tasks/${path}`, { body, ...(token ? { token } : {}) });

describe("a follow-up", () => {
  test("made again with the same key gets the same answer, also when it is none of theirs by now", async () => {
    const body = { title: "Send the label", dueAt: inHours(2), ownerId: "zoe" };
    const headers = { "idempotency-key": "once" };
    const make = () => app.call("POST", "/api/v1/tasks", { body, headers, token: kim });
    const first = await make();
    expect(first.status, first.text).toBe(200);
    expect((await app.call("GET", `/api/v1/tasks/${first.json.id}`, { token: kim })).status).toBe(200);
    await app.engine.agents.change("kim", { teamIds: [] });
    expect((await app.call("GET", `/api/v1/tasks/${first.json.id}`, { token: kim })).status).toBe(404);
    const again = await make();
    expect([again.status, again.json.id, again.headers.get("idempotency-replayed")]).toEqual([
      200,
      first.json.id,
      "true",
    ]);
  });

  test("is made, read, done with a note and taken up again", async () => {
    const { status, json } = await add({ agentId: "hedy" });
    expect(status).toBe(200);
    expect(json).toMatchObject({ status: "open", ownerId: "kim", teamId: "support", isOverdue: false, cause: "agent" });
    expect(json.createdBy).toEqual({ type: "agent", id: "hedy" });
    const done = await post(`${json.id}/done`, { note: "Reached her." }, kim);
    expect(done.json).toMatchObject({ status: "done", note: "Reached her.", endedBy: { type: "agent", id: "kim" } });
    expect((await post(`${json.id}/done`, {}, kim)).json).toMatchObject({ revision: 2, note: "Reached her." });
    const reopened = await post(`${json.id}/reopen`, {});
    expect(reopened.json).toMatchObject({ status: "open", note: null });
    expect(reopened.json.history.map(({ change }: { change: string }) => change)).toEqual([
      "created",
      "done",
      "reopened",
    ]);
    expect((await app.call("GET", `/api/v1/tasks/${json.id}`)).json).toEqual(reopened.json);
  });

  test("of a template has its name, kind and due time, and belongs to its conversation", async () => {
    const { json: written } = await app.write("I want to talk to a human");
    await app.settle();
    const { conversationId } = written;
    const { json } = await app.call("POST", "/api/v1/tasks", { body: { templateId: "call-back", conversationId } });
    expect(json).toMatchObject({ title: "Call the customer back", kind: "call-back", conversationId, ownerId: null });
    expect(json.dueAt).toBe(inHours(4));
    expect(await titles(`?conversationId=${conversationId}`)).toContain("Call the customer back");
  });

  test("cannot be cancelled without a reason, nor changed when it has ended", async () => {
    const { json } = await add();
    expect((await post(`${json.id}/cancel`, {})).status).toBe(422);
    expect((await post(`${json.id}/cancel`, { reason: "She wrote again" })).json).toMatchObject({
      status: "cancelled",
    });
    const late = await app.call("PATCH", `/api/v1/tasks/${json.id}`, { body: { ownerId: "lou" } });
    expect([late.status, late.json.code]).toEqual([409, "task-ended"]);
  });

  test("is given to somebody else and put off by whoever has seen how it is", async () => {
    const { json } = await add();
    const path = `/api/v1/tasks/${json.id}`;
    const given = await app.call("PATCH", path, {
      body: { ownerId: "lou", dueAt: inHours(5), revision: 1 },
      token: kim,
    });
    expect(given.json).toMatchObject({ ownerId: "lou", dueAt: inHours(5), revision: 3 });
    const stale = await app.call("PATCH", path, { body: { ownerId: null, revision: 1 }, token: kim });
    expect([stale.status, stale.json.code]).toEqual([409, "task-changed"]);
    const past = await app.call("PATCH", path, { body: { dueAt: inHours(-1) } });
    expect([past.status, past.json.code]).toEqual([422, "time-has-passed"]);
  });

  test.each([
    [{ ownerId: "nobody" }, "unknown-agent"],
    [{ teamId: "nowhere" }, "no-such-team"],
    [{ templateId: "none" }, "invalid"],
    [{ dueAt: "2020-01-01T00:00:00Z" }, "time-has-passed"],
    [{ conversationId: "con_none" }, "not-found"],
    [{ title: undefined }, "invalid"],
    [{ dueAt: undefined }, "invalid"],
  ])("is refused with %o: %s", async (differing, code) => {
    expect((await add(differing)).json.code).toBe(code);
  });

  test("names the person who does not exist, of several who are named", async () => {
    expect((await add({ ownerId: "nobody" })).json.detail).toBe("There is no agent nobody.");
  });

  test("is made once with one Idempotency-Key", async () => {
    const body = { title: "Once", kind: "note", dueAt: inHours(1) };
    const headers = { "idempotency-key": "k1" };
    const first = await app.call("POST", "/api/v1/tasks", { body, headers });
    const second = await app.call("POST", "/api/v1/tasks", { body, headers });
    expect(second.json.id).toBe(first.json.id);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(await titles("?status=open")).toEqual(["Once"]);
    const other = await app.call("POST", "/api/v1/tasks", { body: { ...body, title: "Other" }, headers });
    expect([other.status, other.json.code]).toEqual([422, "idempotency-key-reused"]);
  });

  test("is answered with what was made when the call is repeated after its due time, and without its template", async () => {
    await publish({ "taskTemplates/visit": visit });
    const body = { templateId: "visit", dueAt: inHours(1) };
    const repeat = (key: string) => app.call("POST", "/api/v1/tasks", { body, headers: { "idempotency-key": key } });
    const first = await repeat("k2");
    app.clock.advance(2 * hour);
    const late = await repeat("k2");
    expect([late.status, late.json.id]).toEqual([200, first.json.id]);
    expect(late.headers.get("idempotency-replayed")).toBe("true");
    await publish({ "taskTemplates/visit": null });
    expect((await repeat("k2")).json.id).toBe(first.json.id);
    expect((await repeat("k3")).status).toBe(422);
  });

  test("of a template keeps the template's reminders and hours with a due time of its own", async () => {
    await publish({ "taskTemplates/visit": visit });
    const dueAt = inHours(3);
    const { json } = await app.call("POST", "/api/v1/tasks", { body: { templateId: "visit", dueAt } });
    expect(json).toMatchObject({ title: "Visit them", templateId: "visit", dueAt });
    const task = await app.engine.tasks.get(json.id);
    expect(task).toMatchObject({ dueIn: "team", state: { reminders: [Date.parse(dueAt) - 0.5 * hour] } });
  });

  test("tells the feed that it changed, with ids and codes and nothing anybody wrote", async () => {
    const { json } = await add();
    await post(`${json.id}/done`, { note: "secret words" });
    const page = await app.store.feed({ after: "0", limit: 100, waitMs: 0, signal: new AbortController().signal });
    const entries = page.status === "entries" ? page.entries : [];
    const changes = entries.filter(({ type }) => type === "task-changed").map(({ data }) => data.change);
    if (page.status === "entries") expect(changes).toEqual(["created", "done"]);
    expect(JSON.stringify(entries)).not.toContain("secret words");
    expect(JSON.stringify(entries)).not.toContain("Call Ada back");
  });
});

describe("the lists", () => {
  test("show an agent their own, their team's on request, and nobody else's", async () => {
    await add({ title: "Kim's" });
    await add({ title: "Lou's", ownerId: "lou" });
    await add({ title: "Anybody's", ownerId: null });
    await add({ title: "Billing's", ownerId: "zoe", teamId: "support" });
    expect(await titles("", kim)).toEqual(["Kim's"]);
    expect(await titles("?unowned=true", kim)).toEqual(["Anybody's"]);
    expect((await titles("?teamId=support", kim)).toSorted()).toEqual(["Anybody's", "Billing's", "Kim's", "Lou's"]);
    expect(await titles("?ownerId=lou", outsider)).toEqual([]);
    expect(await titles("", outsider)).toEqual(["Billing's"]);
    expect(await titles("?teamId=support", outsider)).toEqual(["Billing's"]);
    const hedy = await keyOf("hedy");
    expect(await titles("?status=open", hedy)).toEqual([]);
    expect((await titles("?teamId=support", hedy)).length).toBe(4);
  });

  test("answer a stranger to a follow-up as if it were not there", async () => {
    const { json } = await add();
    const answers = [
      await app.call("GET", `/api/v1/tasks/${json.id}`, { token: outsider }),
      await post(`${json.id}/done`, {}, outsider),
      await app.call("PATCH", `/api/v1/tasks/${json.id}`, { body: { ownerId: "zoe" }, token: outsider }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await post(`${json.id}/done`, { agentId: "lou" }, kim)).json.code).toBe("wrong-agent");
  });

  test("are sorted by when they are due, page by page, and know what is late", async () => {
    for (const hours of [3, 1, 2]) await add({ title: `in ${hours}`, dueAt: inHours(hours) });
    const first = await app.call("GET", "/api/v1/tasks?ownerId=kim&limit=2");
    expect(first.json.items.map(({ title }: { title: string }) => title)).toEqual(["in 1", "in 2"]);
    const cursor = encodeURIComponent(first.json.next);
    expect(await titles(`?ownerId=kim&limit=2&cursor=${cursor}`)).toEqual(["in 3"]);
    app.clock.advance(2.5 * hour);
    expect(await titles("?ownerId=kim&due=overdue")).toEqual(["in 1"]);
  });
});

describe("the list as a file", () => {
  const exported = async (query = "", token?: string) => {
    const response = await app.call("GET", `/api/v1/tasks/export${query}`, token ? { token } : {});
    return { response, lines: response.text.split("\r\n").slice(0, -1) };
  };
  const titlesIn = (lines: readonly string[]) => lines.slice(1).map((line) => line.split(",")[3]);

  test("is comma-separated, with the names of the fields, and runs nothing in a spreadsheet", async () => {
    const { json } = await add({ title: '=HYPERLINK("http://evil.example")' });
    await post(`${json.id}/done`, { note: "+49 30 123, called; done" });
    const { response, lines } = await exported("?status=done");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="tasks-\d{4}-\d\d-\d\d\.csv"$/);
    expect(lines[0]).toBe(
      "id,status,kind,title,cause,ownerId,teamId,conversationId,customerId,handoffId,templateId,createdAt,dueAt,overdueAt,isOverdue,timesOverdue,endedAt,note,reason,isTest",
    );
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`${json.id},done,call-back,"'=HYPERLINK(""http://evil.example"")",agent,kim,support,,`);
    expect(lines[1]).toContain(`"'+49 30 123, called; done"`);
  });

  test("holds every follow-up, however many there are", async () => {
    const due = { title: "One of many", kind: "note", conversationId: null, ownerId: "kim", teamId: "support" };
    for (let count = 0; count < 450; count++) {
      await app.engine.tasks.add({ ...due, due: { at: app.clock.now() + count + 1 } }, { type: "system" }, null);
    }
    const ids = (await exported()).lines.slice(1).map((line) => line.split(",")[0]);
    expect([ids.length, new Set(ids).size]).toEqual([450, 450]);
  });

  test("takes the filters of the list, and shows nobody more than the list does", async () => {
    await add({ title: "Kim's" });
    await add({ title: "Lou's", ownerId: "lou" });
    await add({ title: "Zoe's", ownerId: "zoe", kind: "note" });
    expect(titlesIn((await exported("?ownerId=lou")).lines)).toEqual(["Lou's"]);
    expect(titlesIn((await exported("?kind=note")).lines)).toEqual(["Zoe's"]);
    expect(titlesIn((await exported("?due=overdue")).lines)).toEqual([]);
    expect(titlesIn((await exported("", kim)).lines)).toEqual(["Kim's"]);
    expect(titlesIn((await exported("?ownerId=kim", outsider)).lines)).toEqual([]);
    expect((await exported("?status=late")).response.status).toBe(422);
  });
});
