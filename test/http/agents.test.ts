import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newAgent } from "../../src/core/people/agent.ts";
import { type CallOptions, startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

const agents = "/api/v1/agents";
let test: TestApp;
const keys = { robin: "", lee: "" };

beforeEach(async () => {
  test = startTestApp({ open: memoryStore() });
  await test.engine.agents.add(person("robin"));
  await test.engine.agents.add(person("lee", { role: "lead" }));
  await test.engine.agents.add(person("ada", { role: "admin" }));
  for (const agentId of ["robin", "lee"] as const) {
    const body = { name: agentId, scopes: ["agents:write", "conversations:read", "conversations:write"], agentId };
    keys[agentId] = (await test.call("POST", "/api/v1/keys", { body })).json.token;
  }
});
afterEach(() => test.close());

const call = (method: string, path: string, options: CallOptions = {}) =>
  test.call(method, `${agents}${path}`, options);
const code = async (calling: ReturnType<typeof call>) => {
  const { status, json } = await calling;
  return [status, json.code];
};

describe("an agent", () => {
  const everything = {
    ...{ name: "Kim", email: "kim@example.com", role: "lead", presence: "away", capacity: 4 },
    ...{ channelLimits: { whatsapp: 2 }, skills: { refunds: 4 }, languages: ["de", "pt-BR"], teamIds: ["support"] },
    ...{ shift: "always", timeZone: "Europe/Berlin", locale: "de" },
  };
  const absences = [
    {
      id: "a1",
      from: "2026-12-24T00:00:00.000Z",
      to: "2026-12-27T00:00:00.000Z",
      reason: "holiday",
      substituteId: "lee",
    },
  ];

  it("has everything that routing asks for, is read back, and found by it", async () => {
    const added = await call("POST", "", { body: { id: "kim", ...everything, absences } });
    expect(added.status, added.text).toBe(200);
    const read = await call("GET", "/kim");
    expect(read.json).toMatchObject({ id: "kim", ...everything, absences, mostCapacity: 4, holds: [], leftAt: null });
    for (const query of ["role=lead&team=support", "skill=refunds", "presence=away"]) {
      const listed = await call("GET", `?${query}`);
      expect(listed.json.items.map(({ id }: { id: string }) => id)).toEqual(["kim"]);
    }
  });

  it("keeps what a change does not name", async () => {
    await call("POST", "", { body: { id: "kim", ...everything } });
    const changed = await call("PATCH", "/kim", { body: { skills: { refunds: 5, sales: 1 } } });
    expect(changed.json).toMatchObject({ ...everything, skills: { refunds: 5, sales: 1 } });
  });

  it.each([
    ["a team that does not exist", { teamIds: ["none"] }, "body.teamIds.0", 'team "none"'],
    ["hours that do not exist", { shift: "none" }, "body.shift", 'hours "none"'],
    [
      "a substitute who does not exist",
      { absences: [{ from: "2026-12-24T00:00:00Z", substituteId: "none" }] },
      "body.absences.0.substituteId",
      'agent "none"',
    ],
    [
      "an absence that ends before it begins",
      { absences: [{ from: "2026-12-24T00:00:00Z", to: "2026-12-23T00:00:00Z" }] },
      "body.absences.0.to",
      "later",
    ],
    ["a time zone that is none", { timeZone: "Berlin" }, "body.timeZone", "time zone"],
    ["a skill beyond 5", { skills: { refunds: 6 } }, "body.skills.refunds", "at most 5"],
    ["a skill that plain objects have", { skills: { constructor: 3 } }, "body.skills", "named"],
    ["a skill with half a character in it", { skills: { "tea\ud83d": 3 } }, "body.skills", "named"],
    ["a skill of two lines", { skills: { "tea\ncoffee": 3 } }, "body.skills", "named"],
  ])("is refused with %s, by name", async (_what, change, path, message) => {
    for (const refused of [
      await call("PATCH", "/robin", { body: change }),
      await call("POST", "", { body: { name: "New", ...change } }),
    ]) {
      expect([refused.status, refused.json.code]).toEqual([422, "invalid"]);
      expect(refused.json.errors).toMatchObject([{ path, message: expect.stringContaining(message) }]);
    }
  });

  it("is listed page by page, beyond 500", async () => {
    for (let index = 0; index < 550; index++) {
      await test.engine.agents.add(
        newAgent({ id: `agent-${index}`, name: "n", role: index % 100 === 7 ? "lead" : "agent" }),
      );
    }
    const ids: string[] = [];
    let next: string | null = null;
    do {
      const page = await call("GET", `?limit=200${next === null ? "" : `&cursor=${next}`}`);
      ids.push(...page.json.items.map(({ id }: { id: string }) => id));
      next = page.json.next;
    } while (next !== null);
    expect(new Set(ids).size).toBe(553);
    expect((await test.engine.agents.list()).length).toBe(553);
    const leads = await call("GET", "?role=lead&limit=10");
    expect(leads.json.items).toHaveLength(7);
  });
});

describe("a key that speaks for an agent", () => {
  const asRobin = (body: unknown) => call("PATCH", "/robin", { body, token: keys.robin });

  it("changes what is theirs to say", async () => {
    const changed = await asRobin({ presence: "busy", capacity: 1, locale: "fr", timeZone: "Europe/Paris" });
    expect(changed.json).toMatchObject({
      presence: "busy",
      capacity: 1,
      mostCapacity: 2,
      locale: "fr",
      status: { by: "self" },
    });
    expect((await asRobin({ capacity: 2 })).status).toBe(200);
  });

  it.each([
    ["their role", { role: "lead" }, [403, "not-allowed"]],
    ["their skills", { skills: { refunds: 5 } }, [403, "not-allowed"]],
    ["their teams", { teamIds: ["support"] }, [403, "not-allowed"]],
    ["their shift", { shift: null }, [403, "not-allowed"]],
    ["more than a lead allowed", { capacity: 3 }, [422, "invalid"]],
  ])("does not change %s", async (_what, change, answer) => {
    expect(await code(asRobin(change))).toEqual(answer);
    expect(await test.engine.agents.get("robin")).toMatchObject({
      role: "agent",
      capacity: 2,
      skills: {},
      teamIds: [],
    });
  });

  it("names what only a lead changes", async () => {
    expect((await asRobin({ skills: {}, locale: "fr" })).json.detail).toContain("skills");
  });

  it("adds nobody, and is told that its role and no other key is why", async () => {
    const ofAgent = await call("POST", "", { body: { name: "New" }, token: keys.robin });
    expect([ofAgent.status, ofAgent.json.code, ofAgent.json.detail]).toEqual([
      403,
      "not-allowed",
      "The key speaks for robin, whose role agent adds nobody, whatever its scopes. A lead may.",
    ]);
  });

  it("of somebody who leads changes others, but nobody above them, and gives no role above theirs", async () => {
    const asLee = (path: string, body: unknown) => call("PATCH", path, { body, token: keys.lee });
    expect((await asLee("/robin", { skills: { refunds: 3 }, capacity: 7 })).json).toMatchObject({ mostCapacity: 7 });
    expect(await code(asLee("/robin", { role: "lead" }))).toEqual([200, undefined]);
    expect(await code(asLee("/robin", { role: "admin" }))).toEqual([403, "not-allowed"]);
    expect(await code(asLee("/lee", { role: "admin" }))).toEqual([403, "not-allowed"]);
    expect(await code(asLee("/ada", { capacity: 1 }))).toEqual([403, "wrong-agent"]);
    const add = (role: string) => call("POST", "", { body: { name: "New", role }, token: keys.lee });
    expect([await code(add("agent")), await code(add("admin"))]).toEqual([
      [200, undefined],
      [403, "not-allowed"],
    ]);
    expect((await add("admin")).json.detail).toBe("The role admin is given by somebody who has it.");
    expect(await code(call("DELETE", "/ada", { token: keys.lee }))).toEqual([403, "wrong-agent"]);
  });
});

describe("presence", () => {
  const become = (body: unknown, token?: string) =>
    call("POST", "/robin/presence", { body, ...(token ? { token } : {}) });

  it("is said in the company's words, with who said it", async () => {
    const set = await become({ status: "meeting", reason: "Team" }, keys.robin);
    expect(set.json).toMatchObject({ presence: "busy", status: { id: "meeting", reason: "Team", by: "self" } });
    const plain = await become({ presence: "available" }, keys.lee);
    expect(plain.json).toMatchObject({ presence: "available", status: { id: null, reason: null, by: "lead" } });
  });

  it("is kept by day, one entry a change", async () => {
    await become({ status: "break" });
    test.clock.advance(60_000);
    await become({ presence: "available" });
    await test.settle();
    const days = await call("GET", "/robin/presence-days");
    expect(days.json.items).toMatchObject([
      {
        day: "2026-11-21",
        entries: [
          { presence: "away", statusId: "break" },
          { presence: "available", statusId: null },
        ],
      },
    ]);
  });

  it("is theirs and their leads' to read, and no colleague's", async () => {
    const read = (token: string) => call("GET", "/robin/presence-days", { token });
    await test.engine.agents.add(person("kim"));
    const body = { name: "Kim", scopes: ["conversations:read"], agentId: "kim" };
    const kim = (await test.call("POST", "/api/v1/keys", { body })).json.token;
    expect([(await read(keys.robin)).status, (await read(keys.lee)).status]).toEqual([200, 200]);
    expect((await read(kim)).json.code).toBe("wrong-agent");
  });

  it.each([
    ["a status that does not exist", { status: "siesta" }, "body.status"],
    ["neither a status nor a word", {}, "body"],
    ["both", { status: "break", presence: "away" }, "body"],
  ])("is refused with %s", async (_what, body, path) => {
    const refused = await become(body);
    expect([refused.status, refused.json.errors[0].path]).toEqual([422, path]);
  });

  it("wants a reason where the company does", async () => {
    const { settings } = (await test.call("GET", "/api/v1/settings")).json;
    const statuses = [{ id: "ill", name: "Ill", presence: "away", needsReason: true }];
    const draft = { name: "Ill", changes: { people: { ...settings.people, statuses } } };
    const { id } = (await test.call("POST", "/api/v1/settings/drafts", { body: draft })).json;
    await test.call("POST", `/api/v1/settings/drafts/${id}/publish`, { body: {} });
    const refused = await become({ status: "ill" });
    expect(refused.json.errors).toMatchObject([{ path: "body.reason", message: expect.stringContaining("Ill") }]);
    expect((await become({ status: "ill", reason: "A cold" })).status).toBe(200);
  });

  it("of somebody else is a lead's, or a system's with the scope for it, to say", async () => {
    expect(await code(call("POST", "/lee/presence", { body: { presence: "away" }, token: keys.robin }))).toEqual([
      403,
      "wrong-agent",
    ]);
    const body = { name: "system", scopes: ["conversations:write"] };
    const { token } = (await test.call("POST", "/api/v1/keys", { body })).json;
    expect(await code(become({ presence: "away" }, token))).toEqual([403, "missing-scope"]);
  });

  it("is heard of every half minute and written once a minute", async () => {
    const versionOf = async () => (await test.store.load([{ kind: "agent-watch", id: "robin" }]))[0]?.version;
    expect((await call("POST", "/robin/seen", { token: keys.robin })).json).toEqual({ presence: "available" });
    const first = await versionOf();
    test.clock.advance(30_000);
    expect((await call("POST", "/robin/seen", { token: keys.robin })).json).toEqual({ presence: null });
    expect(await versionOf()).toBe(first);
    test.clock.advance(30_000);
    await call("POST", "/robin/seen", { token: keys.robin });
    expect(await versionOf()).toBe((first ?? 0) + 1);
    expect(await code(call("POST", "/nobody/seen"))).toEqual([404, "not-found"]);
  });
});

describe("leaving", () => {
  it("is refused while there is work, and says how to move it", async () => {
    await test.write("I want to talk to a human");
    await test.settle();
    await test.engine.agents.change("lee", { presence: "away" });
    const { json } = await call("GET", "?presence=available");
    const [holder] = json.items.filter(({ holds }: { holds: unknown[] }) => holds.length > 0);
    const refused = await call("DELETE", `/${holder.id}`);
    expect([refused.status, refused.json.code]).toEqual([409, "agent-has-work"]);
    expect(refused.json.detail).toMatch(/asked for 1 .*case handoff/);
  });

  it("keeps the name, ends what they could do, and can be taken back", async () => {
    const left = await call("DELETE", "/robin");
    expect(left.json).toMatchObject({ name: "robin", presence: "offline", leftAt: expect.any(String) });
    expect((await call("GET", "?left=yes")).json.items).toMatchObject([{ id: "robin" }]);
    expect(await code(call("POST", "/robin/presence", { body: { presence: "available" } }))).toEqual([
      409,
      "agent-left",
    ]);
    expect(await code(call("POST", "/robin/seen"))).toEqual([409, "agent-left"]);
    expect(await code(call("PATCH", "/robin", { body: { capacity: 1 }, token: keys.robin }))).toEqual([
      403,
      "wrong-agent",
    ]);
    expect((await call("PATCH", "/robin", { body: { hasLeft: false } })).json.leftAt).toBeNull();
  });

  it("ends the keys they had for good, also when they come back", async () => {
    const reads = async (token: string) => (await call("GET", "/robin", { token })).status;
    expect(await reads(keys.robin)).toBe(200);
    await call("DELETE", "/robin");
    expect(await reads(keys.robin)).toBe(403);
    await call("PATCH", "/robin", { body: { hasLeft: false } });
    expect(await reads(keys.robin)).toBe(401);
    const body = { name: "new", scopes: ["conversations:read"], agentId: "robin" };
    expect(await reads((await test.call("POST", "/api/v1/keys", { body })).json.token)).toBe(200);
    expect(await reads(keys.lee)).toBe(200);
  });

  it("is a lead's to decide", async () => {
    expect(await code(call("DELETE", "/robin", { token: keys.robin }))).toEqual([403, "not-allowed"]);
    expect(await code(call("DELETE", "/nobody"))).toEqual([404, "not-found"]);
  });
});

describe("what somebody says about being away", () => {
  const absence = { from: "2026-12-01T00:00:00.000Z", to: null, reason: "an operation" };
  const hidden = { email: null, status: { reason: null }, absences: [{ from: absence.from, reason: null }] };
  const whole = { email: "ada@example.com", status: { reason: "a lawyer" }, absences: [{ reason: "an operation" }] };

  beforeEach(async () => {
    await call("PATCH", "/robin", { body: { email: "ada@example.com", absences: [absence] } });
    await call("POST", "/robin/presence", { body: { presence: "away", reason: "a lawyer" } });
  });

  const asSeen = async (token?: string) => {
    const options = token === undefined ? {} : { token };
    const one = (await call("GET", "/robin", options)).json;
    const listed = (await call("GET", "", options)).json.items.find(({ id }: { id: string }) => id === "robin");
    expect(listed).toEqual(one);
    return one;
  };

  it("is read by them and by those who lead, and by no colleague", async () => {
    await test.engine.agents.add(person("kim"));
    const body = { name: "kim", scopes: ["conversations:read"], agentId: "kim" };
    const kim = (await test.call("POST", "/api/v1/keys", { body })).json.token;
    expect(await asSeen(kim)).toMatchObject({ name: "robin", presence: "away", ...hidden });
    for (const token of [keys.robin, keys.lee, undefined]) expect(await asSeen(token)).toMatchObject(whole);
  });
});
