import { afterEach, describe, expect, it } from "vitest";
import type { Agent } from "../../src/core/people/agent.ts";
import type { Settings } from "../../src/core/settings/settings.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";
import { quietSettings } from "../support/quiet-settings.ts";

const open: TestApp[] = [];
afterEach(async () => {
  for (const test of open.splice(0)) await test.close();
});

const path = "/api/v1/case-handoffs";
const team = (id: string, headId: string | null) => ({ id, name: id, hours: "always", headId });

/** One team with a head, one whose head is the leaver, one without, one whose head has gone, and one without people. */
const starter: Settings = {
  ...quietSettings,
  teams: {
    ...quietSettings.teams,
    billing: team("billing", "hana"),
    returns: team("returns", "rolf"),
    chat: team("chat", "lea"),
    mail: team("mail", null),
    shop: team("shop", "gone"),
    empty: team("empty", null),
  },
};

async function start(lea: Partial<Agent> = { teamIds: ["billing"] }): Promise<TestApp> {
  const test = startTestApp({ open: memoryStore(), starter });
  open.push(test);
  await test.engine.start();
  const absence = { id: "a1", from: 0, to: null, reason: null, substituteId: null };
  const people = [
    person("lea", { name: "Lea", capacity: 9, ...lea }),
    person("kim", { name: "Kim", capacity: 9, teamIds: ["billing"] }),
    person("hana", { name: "Hana", capacity: 9, teamIds: ["billing"] }),
    person("rolf", { name: "Rolf", capacity: 9, teamIds: ["returns"] }),
    person("ida", { name: "Ida", capacity: 9, teamIds: ["mail"], absences: [absence] }),
    person("off", { name: "Otto", capacity: 9, teamIds: ["mail"], presence: "away", absences: [absence] }),
    person("gone", { name: "Gus", leftAt: 1 }),
    person("tina", { name: "Tina", isTest: true }),
    person("lead", { role: "lead", teamIds: ["mail"], absences: [absence] }),
  ];
  for (const agent of people) await test.engine.agents.add(agent);
  return test;
}

/** So many conversations that this person has. */
async function give(test: TestApp, agentId: string, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    await test.write("Hello", { from: `customer-of-${agentId}-${index}` });
    const { json } = await test.call("GET", "/api/v1/conversations?phase=bot&limit=1");
    const [{ id }] = json.items;
    await test.call("POST", `/api/v1/conversations/${id}/flag`, { body: { flag: "urgent" } });
    const claimed = await test.call("POST", `/api/v1/conversations/${id}/claim`, { body: { agentId } });
    expect(claimed.status).toBe(200);
    ids.push(id);
  }
  await test.settle();
  return ids;
}

async function draft(test: TestApp, choices: object): Promise<string> {
  const drafted = await test.call("POST", path, { body: { subjectId: "lea", ...choices } });
  expect(drafted.status).toBe(200);
  return drafted.json.id;
}

/** Drafted and verified, and started with what was seen. */
async function verified(test: TestApp, choices: object) {
  const id = await draft(test, choices);
  const { plan } = (await test.call("POST", `${path}/${id}/verify`)).json;
  return { id, plan, start: () => test.call("POST", `${path}/${id}/start`, { body: { hash: plan.hash } }) };
}

const toEmployee = (id: string) => ({ target: { type: "employee", id } });
const toHead = (id: string | null = null) => ({ target: { type: "head", id } });
const toDepartment = (id: string) => ({ target: { type: "department", id } });

async function ownersOf(test: TestApp, ids: readonly string[]): Promise<readonly (string | null)[]> {
  const found = await Promise.all(ids.map((id) => test.engine.conversations.get(id)));
  return found.map((one) => (one?.control.phase === "human" ? one.control.agentId : null));
}

describe("choices that cannot be", () => {
  const cases: readonly [string, object, string, string, Partial<Agent>?][] = [
    ["somebody who does not exist", toEmployee("nobody"), "target", "There is no agent nobody."],
    ["somebody who has left", toEmployee("gone"), "target", "Gus works here no more."],
    ["the leaver", toEmployee("lea"), "target", "Choose somebody else than the person it comes from."],
    ["somebody of the tests", toEmployee("tina"), "target", "Tests and work are kept apart."],
    ["a team that does not exist", toDepartment("moon"), "target", "There is no team moon."],
    ["a team without people", toDepartment("empty"), "target", "Nobody in empty is there to take it."],
    ["a team in which all are absent", toDepartment("mail"), "target", "Nobody in mail is there to take it."],
    [
      ...(["the head of a team without one", toHead(), "target"] as const),
      "There is nobody else: mail has no head. Choose somebody, or name another head in the settings.",
      { teamIds: ["mail"] },
    ],
    [
      ...(["the head where that is the leaver", toHead(), "target"] as const),
      "There is nobody else: chat is led by themselves. Choose somebody, or name another head in the settings.",
      { teamIds: ["chat"] },
    ],
    [
      ...(["a head who has left", toHead(), "target"] as const),
      "There is nobody else: Gus, the head of shop, works here no more. Choose somebody, or name another head in the settings.",
      { teamIds: ["shop"] },
    ],
    [
      ...(["the head of nobody", toHead(), "target"] as const),
      "Lea is in no team, so nobody is their head. Choose somebody.",
      { teamIds: [] },
    ],
    [
      ...(["one of two heads", toHead(), "target"] as const),
      "There are two: choose hana (billing) or rolf (returns).",
      { teamIds: ["billing", "returns"] },
    ],
    [
      ...(["a head who is none", toHead("kim"), "target"] as const),
      "kim leads none of their teams. It can be hana (billing).",
    ],
    [
      ...(["a replacement who has left", { ...toEmployee("kim"), replacementId: "gone" }, "replacementId"] as const),
      "Gus works here no more.",
    ],
    [
      ...(["the leaver as replacement", { ...toEmployee("kim"), replacementId: "lea" }, "replacementId"] as const),
      "Choose somebody else than the person who is named now.",
    ],
    [
      ...(["a module there is not", { ...toEmployee("kim"), modules: { moon: {} } }, "modules.moon"] as const),
      "There is no module moon.",
    ],
    [
      ...(["a date in the past", { ...toEmployee("kim"), returnAt: "2001-01-01T00:00:00Z" }, "returnAt"] as const),
      "The date of return has passed.",
    ],
  ];

  it.each(cases)("%s: named, and nothing is half verified", async (_name, choices, field, message, lea) => {
    const test = await start(lea);
    const ids = await give(test, "lea", 1);
    const id = await draft(test, choices);
    const refused = await test.call("POST", `${path}/${id}/verify`);
    expect([refused.status, refused.json.code]).toEqual([422, "case-handoff-incomplete"]);
    expect(refused.json.errors).toEqual([{ path: field, message }]);
    expect(refused.json.detail).toContain(message);
    const now = await test.call("GET", `${path}/${id}`);
    expect(now.json).toMatchObject({ status: "draft", plan: null, counts: { pending: 0 } });
    const hash = "0".repeat(32);
    const begun = await test.call("POST", `${path}/${id}/start`, { body: { hash } });
    expect([begun.status, begun.json.code]).toEqual([409, "case-handoff-unverified"]);
    const mistyped = await test.call("POST", `${path}/${id}/start`, { body: { hash: "deadbeef" } });
    expect(mistyped.json.errors).toEqual([{ path: "body.hash", message: expect.stringContaining("that verifying") }]);
    expect(await ownersOf(test, ids)).toEqual(["lea"]);
  });

  it.each([
    ["2030-01-01T09:00:00[Europe/Nowhere]"],
    ["2030-01-01T09:00:00 Mars/Base"],
    ["2030-01-01T09:00:00"],
    ["2030-02-30T09:00:00Z"],
    ["soon"],
  ])(
    "a date that is none, or in a time zone that does not exist (%s): named before anything is drafted",
    async (at) => {
      const test = await start();
      const refused = await test.call("POST", path, { body: { subjectId: "lea", ...toEmployee("kim"), returnAt: at } });
      expect([refused.status, refused.json.code]).toEqual([422, "invalid"]);
      expect(refused.json.errors).toMatchObject([{ path: "body.returnAt" }]);
      expect((await test.call("GET", path)).json.items).toEqual([]);
    },
  );

  it("somebody there is not, as the leaver: named before anything is drafted", async () => {
    const test = await start();
    const refused = await test.call("POST", path, { body: { subjectId: "nobody", ...toEmployee("kim") } });
    expect([refused.status, refused.json.code]).toEqual([422, "unknown-agent"]);
    expect(refused.json.errors).toEqual([{ path: "body.subjectId", message: "There is no agent nobody." }]);
    expect((await test.call("GET", "/api/v1/agents/nobody/cases")).status).toBe(404);
    expect((await test.call("GET", path)).json.items).toEqual([]);
  });
});

describe("choices to think about", () => {
  it("somebody who is away or absent gets it, and the plan says so", async () => {
    const test = await start();
    await give(test, "lea", 1);
    for (const taker of ["ida", "off"]) {
      const { plan } = await verified(test, toEmployee(taker));
      expect(plan.warnings).toContainEqual({ code: "target-away", agentId: taker });
    }
  });

  it("somebody who would get more than they can take gets no more than that, and the plan says what waits", async () => {
    const test = await start();
    const ids = await give(test, "lea", 3);
    await test.call("PATCH", "/api/v1/agents/kim", { body: { capacity: 2 } });
    const { plan, start: begin } = await verified(test, toEmployee("kim"));
    const conversations = plan.modules.find((module: { id: string }) => module.id === "conversations");
    expect(conversations.shares).toEqual(
      expect.arrayContaining([
        { agentId: "kim", count: 2 },
        { agentId: null, count: 1 },
      ]),
    );
    expect(plan.warnings).toContainEqual({ code: "no-room", count: 1 });
    await begin();
    await test.settle();
    expect((await ownersOf(test, ids)).filter((owner) => owner === "kim")).toHaveLength(2);
  });
});

describe("at the same moment", () => {
  it("two leads start the same case handoff: one begins it, the other hears who and when", async () => {
    const test = await start();
    const ids = await give(test, "lea", 2);
    const { id, start: begin } = await verified(test, toEmployee("kim"));
    const answers = await Promise.all([begin(), begin()]);
    const [first, second] = answers.toSorted((one, other) => one.status - other.status);
    expect(first).toMatchObject({ status: 200, json: { status: "running" } });
    expect(second).toMatchObject({ status: 409, json: { code: "case-handoff-started" } });
    expect(second?.json.detail).toContain(`admin began it at ${new Date(test.clock.now()).toISOString()}`);
    await test.settle();
    expect((await test.call("GET", `${path}/${id}`)).json).toMatchObject({ status: "completed", counts: { moved: 3 } });
    expect(await ownersOf(test, ids)).toEqual(["kim", "kim"]);
  });

  it("two leads begin different ones for the same leaver: the second is told of the first", async () => {
    const test = await start();
    const ids = await give(test, "lea", 2);
    const both = [await verified(test, toEmployee("kim")), await verified(test, toEmployee("hana"))];
    const answers = await Promise.all(both.map((one) => one.start()));
    const winner = answers.findIndex(({ status }) => status === 200);
    const loser = answers[1 - winner];
    expect([loser?.status, loser?.json.code]).toEqual([409, "case-handoff-running"]);
    expect(loser?.json.detail).toContain(`Case handoff ${both[winner]?.id} moves this person's work right now`);
    await test.settle();
    expect(new Set(await ownersOf(test, ids))).toEqual(new Set([winner === 0 ? "kim" : "hana"]));
    expect((await test.call("GET", `${path}/${both[1 - winner]?.id}`)).json).toMatchObject({ status: "verified" });
  });
});

describe("at the same moment, once it was started", () => {
  it("two leads undo it: one does, the other hears that it is on its way back, and since when", async () => {
    const test = await start();
    await give(test, "lea", 2);
    const { id, start: begin } = await verified(test, toEmployee("kim"));
    await begin();
    await test.settle();
    const undo = () => test.call("POST", `${path}/${id}/undo`, { body: {} });
    const answers = await Promise.all([undo(), undo()]);
    const [first, second] = answers.toSorted((one, other) => one.status - other.status);
    expect([first?.status, second?.status, second?.json.code]).toEqual([200, 409, "case-handoff-running"]);
    const at = new Date(test.clock.now()).toISOString();
    expect(second?.json.detail).toContain(`It is on its way back: admin began it at ${at}. Wait until it has ended`);
  });

  it("its date comes and somebody undoes it: they hear that it goes back by itself", async () => {
    const test = await start();
    await give(test, "lea", 2);
    const returnAt = new Date(test.clock.now() + 3_600_000).toISOString();
    const { id, start: begin } = await verified(test, { ...toEmployee("kim"), returnAt });
    await begin();
    await test.settle();
    test.clock.advance(3_600_000);
    await test.settle();
    const refused = await test.call("POST", `${path}/${id}/undo`, { body: {} });
    expect(refused.json.detail).toContain(`It was undone: its date came, and it began by itself at ${returnAt}.`);
  });

  it("one lead continues it and another undoes it: the second hears who continued it, not who started it", async () => {
    const test = await start();
    await give(test, "lea", 2);
    const { id, start: begin } = await verified(test, toEmployee("kim"));
    await begin();
    await test.call("POST", `${path}/${id}/stop`);
    test.clock.advance(60_000);
    await test.call("POST", `${path}/${id}/continue`);
    const refused = await test.call("POST", `${path}/${id}/undo`, { body: {} });
    expect([refused.status, refused.json.code]).toEqual([409, "case-handoff-running"]);
    const at = new Date(test.clock.now()).toISOString();
    expect(refused.json.detail).toContain(`It runs: admin continued it at ${at}. Stop it first.`);
  });
});

describe("what was verified and is so no more", () => {
  it("is not started when somebody who was to get something has left: it names them, and nothing has moved", async () => {
    const test = await start();
    const ids = await give(test, "lea", 2);
    const { id, start: begin } = await verified(test, toEmployee("kim"));
    await test.engine.agents.change("kim", { leftAt: test.clock.now() });
    const refused = await begin();
    expect([refused.status, refused.json.code]).toEqual([422, "case-handoff-incomplete"]);
    const message = "Kim works here no more since it was verified. Choose somebody else and verify it again.";
    expect(refused.json.errors[0]).toEqual({ path: "modules.conversations.target", message });
    expect((await test.call("GET", `${path}/${id}`)).json).toMatchObject({ status: "verified", started: null });
    expect(await ownersOf(test, ids)).toEqual(["lea", "lea"]);
  });

  it("is not started when its date of return has passed: it would go back at once", async () => {
    const test = await start();
    const ids = await give(test, "lea", 1);
    const returnAt = new Date(test.clock.now() + 3_600_000).toISOString();
    const { start: begin } = await verified(test, { ...toEmployee("kim"), returnAt });
    test.clock.advance(3_600_000);
    const refused = await begin();
    expect([refused.status, refused.json.code]).toEqual([422, "case-handoff-incomplete"]);
    expect(refused.json.errors).toMatchObject([{ path: "returnAt" }]);
    expect(await ownersOf(test, ids)).toEqual(["lea"]);
  });

  it("is started without what people have changed since, which is named", async () => {
    const test = await start();
    const [given = "", kept = ""] = await give(test, "lea", 2);
    const { id, start: begin } = await verified(test, toEmployee("kim"));
    await test.call("POST", `/api/v1/conversations/${given}/assign`, { body: { agentId: "hana" } });
    await begin();
    await test.settle();
    expect((await test.call("GET", `${path}/${id}`)).json).toMatchObject({ status: "completed-with-errors" });
    const skipped = await test.call("GET", `${path}/${id}/items?status=skipped-changed`);
    expect(skipped.json.items).toMatchObject([{ reference: given, reason: "owner-changed" }]);
    expect(await ownersOf(test, [given, kept])).toEqual(["hana", "kim"]);
  });
});

describe("every step of it", () => {
  it("is for leads: an agent's key moves, edits and reads nothing, whatever its scopes", async () => {
    const test = await start();
    await give(test, "lea", 1);
    const { id, plan } = await verified(test, toEmployee("kim"));
    const key = { name: "Key", scopes: ["agents:write"], agentId: "kim" };
    const { token } = (await test.call("POST", "/api/v1/keys", { body: key })).json;
    for (const [method, step, body] of [
      ["GET", "", undefined],
      ["GET", "/items", undefined],
      ["PATCH", "", { leaves: true }],
      ["DELETE", "", undefined],
      ["POST", "/verify", undefined],
      ["POST", "/start", { hash: plan.hash }],
      ["POST", "/stop", undefined],
      ["POST", "/continue", undefined],
      ["POST", "/undo", {}],
    ] as const) {
      const refused = await test.call(method, `${path}/${id}${step}`, { token, body });
      expect([method, step, refused.status, refused.json.code]).toEqual([method, step, 403, "not-allowed"]);
    }
    expect((await test.call("GET", `${path}/${id}`)).json).toMatchObject({
      status: "verified",
      choices: { leaves: false },
    });
  });

  it("that comes at the wrong time says where it is instead", async () => {
    const test = await start();
    await give(test, "lea", 1);
    const id = await draft(test, toEmployee("kim"));
    const step = (name: string, body?: object) => test.call("POST", `${path}/${id}/${name}`, { body });
    const todo = "it is draft. Verify it, then start it.";
    const refusedWith = async (name: string, body?: object) => {
      const { status, json } = await step(name, body);
      expect([status, json.detail.startsWith(`Case handoff ${id}: `)]).toEqual([409, true]);
      return json.detail.slice(`Case handoff ${id}: `.length);
    };
    expect(await refusedWith("stop")).toBe(`It does not run: ${todo}`);
    expect(await refusedWith("undo", {})).toBe(`Nothing has been moved yet: ${todo}`);
    expect(await refusedWith("continue")).toBe(`It cannot be continued: ${todo}`);
    const { hash } = (await step("verify")).json.plan;
    await step("start", { hash });
    expect((await step("undo", {})).json).toMatchObject({ status: 409, code: "case-handoff-running" });
    expect((await step("verify")).json).toMatchObject({ status: 409, code: "case-handoff-started" });
    const discarded = (await test.call("DELETE", `${path}/${id}`)).json;
    expect(discarded).toMatchObject({ code: "case-handoff-started" });
    expect(discarded.detail).toContain(`Case handoff ${id}: It is running: admin began it at`);
    await test.settle();
    expect(await refusedWith("continue")).toBe(
      "It cannot be continued: it is completed. Undo it, or draft another one for what is left.",
    );
    await step("undo", {});
    await test.settle();
    expect(await refusedWith("undo", {})).toContain("It was undone: admin began it at");
  });

  it("says when it cannot be undone any more, and what it came to stays", async () => {
    const test = await start();
    await give(test, "lea", 2);
    const { id, start: begin } = await verified(test, { ...toEmployee("kim"), keptDays: 30 });
    await begin();
    await test.settle();
    const until = new Date(test.clock.now() + 30 * 24 * 3_600_000).toISOString();
    expect((await test.call("GET", `${path}/${id}`)).json).toMatchObject({ itemsKeptUntil: until, itemsGoneAt: null });
    test.clock.advance(30 * 24 * 3_600_000);
    await test.settle();
    const { json } = await test.call("GET", `${path}/${id}`);
    expect(json).toMatchObject({ status: "completed", counts: { moved: 3 }, plan: { total: 3 }, itemsKeptUntil: null });
    expect((await test.call("GET", `${path}/${id}/items`)).json.items).toEqual([]);
    const refused = await test.call("POST", `${path}/${id}/undo`, { body: {} });
    expect([refused.status, refused.json.code]).toEqual([409, "case-handoff-state"]);
    expect(refused.json.detail).toContain(`Its items were cleared away at ${until}, 30 days after its end.`);
  });

  it("keeps items for a number of days there can be", async () => {
    const test = await start();
    for (const keptDays of [0, 3_651, 1.5]) {
      const refused = await test.call("POST", path, { body: { subjectId: "lea", ...toEmployee("kim"), keptDays } });
      expect([refused.status, refused.json.errors?.[0]?.path]).toEqual([422, "body.keptDays"]);
    }
  });
});
