import { afterEach, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

const open: TestApp[] = [];
afterEach(async () => {
  for (const test of open.splice(0)) await test.close();
});

const path = "/api/v1/case-handoffs";

async function start(): Promise<TestApp> {
  const test = startTestApp({ open: memoryStore() });
  open.push(test);
  await test.engine.start();
  await test.engine.agents.add(person("lea", { capacity: 9, teamIds: ["support"] }));
  await test.engine.agents.add(person("kim", { capacity: 9, teamIds: ["support"] }));
  await test.engine.agents.add(person("lead", { role: "lead" }));
  return test;
}

async function give(test: TestApp, count: number): Promise<readonly string[]> {
  for (let index = 0; index < count; index++) await test.write("Hello", { from: `customer-${index}` });
  const { json } = await test.call("GET", "/api/v1/conversations?phase=bot");
  const ids: string[] = json.items.map(({ id }: { id: string }) => id);
  for (const id of ids) {
    await test.call("POST", `/api/v1/conversations/${id}/flag`, { body: { flag: "urgent" } });
    const claimed = await test.call("POST", `/api/v1/conversations/${id}/claim`, { body: { agentId: "lea" } });
    expect(claimed.status).toBe(200);
  }
  await test.settle();
  return ids;
}

async function keyOf(test: TestApp, agentId: string | null, scopes = ["agents:write"]): Promise<string> {
  const { json } = await test.call("POST", "/api/v1/keys", { body: { name: "Key", scopes, agentId } });
  return json.token;
}

const toKim = { subjectId: "lea", target: { type: "employee", id: "kim" } };

describe("a case handoff over HTTP", () => {
  it("is drafted, verified, started, listed item by item, and undone", async () => {
    const test = await start();
    const ids = await give(test, 3);
    const preview = await test.call("GET", "/api/v1/agents/lea/cases");
    expect(preview.json.modules.map(({ id, count }: { id: string; count: number }) => [id, count])).toEqual([
      ["conversations", 3],
      ["memberships", 1],
    ]);
    const drafted = await test.call("POST", path, { body: toKim });
    expect([drafted.status, drafted.json.status, drafted.json.subjectId]).toEqual([200, "draft", "lea"]);
    const { id } = drafted.json;
    const verified = await test.call("POST", `${path}/${id}/verify`);
    expect(verified.json.plan).toMatchObject({
      total: 4,
      modules: [
        { id: "conversations", count: 3, shares: [{ agentId: "kim", count: 3 }] },
        { id: "memberships", count: 1 },
      ],
    });
    const { hash } = verified.json.plan;
    const started = await test.call("POST", `${path}/${id}/start`, { body: { hash } });
    expect([started.json.status, started.json.started.by]).toEqual(["running", "admin"]);
    await test.settle();
    const ended = await test.call("GET", `${path}/${id}`);
    expect(ended.json).toMatchObject({ status: "completed", counts: { moved: 4, pending: 0 }, isIndexing: false });
    const first = await test.call("GET", `${path}/${id}/items?status=moved&limit=3`);
    expect(first.json.items.map(({ reference }: { reference: string }) => reference)).toEqual([...ids].sort());
    const second = await test.call("GET", `${path}/${id}/items?status=moved&limit=3&cursor=${first.json.next}`);
    expect(second.json.items).toMatchObject([{ module: "memberships", reference: "support", from: "lea", to: "kim" }]);
    await test.call("POST", `${path}/${id}/undo`, { body: {} });
    await test.settle();
    expect((await test.call("GET", `${path}/${id}`)).json).toMatchObject({ status: "undone", counts: { returned: 4 } });
    const listed = await test.call("GET", `${path}?subjectId=lea`);
    expect(listed.json.items.map((item: { id: string }) => item.id)).toEqual([id]);
    expect((await test.call("GET", `${path}?subjectId=kim`)).json.items).toEqual([]);
  });

  it("tells the second of two leads who was first and when, and whom to ask", async () => {
    const test = await start();
    await give(test, 1);
    const { people } = (await test.call("GET", "/api/v1/settings")).json.settings;
    const changes = { people: { ...people, helpContact: "help@shop.example" } };
    const draft = await test.call("POST", "/api/v1/settings/drafts", { body: { name: "x", changes } });
    await test.call("POST", `/api/v1/settings/drafts/${draft.json.id}/publish`, { body: {} });
    const { id } = (await test.call("POST", path, { body: toKim })).json;
    const { hash } = (await test.call("POST", `${path}/${id}/verify`)).json.plan;
    const token = await keyOf(test, "lead");
    const begin = (as: string | undefined) =>
      test.call("POST", `${path}/${id}/start`, { body: { hash }, ...(as === undefined ? {} : { token: as }) });
    expect((await begin(token)).json.started.by).toBe("agent:lead");
    const second = await begin(undefined);
    expect([second.status, second.json.code]).toEqual([409, "case-handoff-started"]);
    expect(second.json.contact).toBe("help@shop.example");
    expect((await test.call("GET", path, { token: "nobody" })).json.contact).toBe(undefined);
    const at = new Date(test.clock.now()).toISOString();
    expect(second.json.detail).toBe(
      `Case handoff ${id}: It is running: agent:lead began it at ${at}. Ask them. Wait until it has ended, or stop it.`,
    );
  });

  it("names every choice that is missing or cannot be", async () => {
    const test = await start();
    await give(test, 1);
    const { id } = (await test.call("POST", path, { body: { subjectId: "lea", replacementId: "nobody" } })).json;
    const refused = await test.call("POST", `${path}/${id}/verify`);
    expect([refused.status, refused.json.code]).toEqual([422, "case-handoff-incomplete"]);
    expect(refused.json.errors).toEqual([
      { path: "replacementId", message: "There is no agent nobody." },
      { path: "target", message: "Choose who gets it." },
    ]);
  });

  it("does not start what was edited or verified again since, and refuses an old revision", async () => {
    const test = await start();
    await give(test, 1);
    const { id, revision } = (await test.call("POST", path, { body: toKim })).json;
    const { hash } = (await test.call("POST", `${path}/${id}/verify`)).json.plan;
    const edited = await test.call("PATCH", `${path}/${id}`, { body: { tellsCustomers: true } });
    expect([edited.json.status, edited.json.plan, edited.json.choices.target.id]).toEqual(["draft", null, "kim"]);
    const refused = await test.call("POST", `${path}/${id}/start`, { body: { hash } });
    expect([refused.status, refused.json.code]).toEqual([409, "case-handoff-unverified"]);
    const late = await test.call("PATCH", `${path}/${id}`, { body: { revision, leaves: true } });
    expect([late.status, late.json.code]).toEqual([409, "case-handoff-changed"]);
  });

  it("is made once for one key, and is gone when it is discarded before it began", async () => {
    const test = await start();
    const headers = { "idempotency-key": "once" };
    const once = await test.call("POST", path, { body: toKim, headers });
    const again = await test.call("POST", path, { body: toKim, headers });
    expect(again.json.id).toBe(once.json.id);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    const clash = await test.call("POST", path, { body: { ...toKim, leaves: true }, headers });
    expect(clash.json.code).toBe("idempotency-key-reused");
    expect((await test.call("DELETE", `${path}/${once.json.id}`)).status).toBe(200);
    expect((await test.call("GET", `${path}/${once.json.id}`)).status).toBe(404);
    expect((await test.call("GET", path)).json.items).toEqual([]);
  });

  it("is for leads: an agent's key sees and moves nothing, whatever its scopes", async () => {
    const test = await start();
    const token = await keyOf(test, "lea");
    const lead = await keyOf(test, "lead");
    for (const [method, address, body] of [
      ["GET", "/api/v1/agents/kim/cases", undefined],
      ["GET", path, undefined],
      ["POST", path, { subjectId: "kim", target: { type: "employee", id: "lea" } }],
    ] as const) {
      const refused = await test.call(method, address, { token, body });
      expect([address, refused.status, refused.json.code]).toEqual([address, 403, "not-allowed"]);
      expect((await test.call(method, address, { token: lead, body })).status).toBe(200);
    }
  });
});
