import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Settings } from "../../src/core/settings/settings.ts";
import { daily } from "../core/routing/searching.ts";
import { type Called, startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";
import { quietSettings } from "../support/quiet-settings.ts";

const minute = 60_000;
const hour = 60 * minute;

const starter: Settings = {
  ...quietSettings,
  people: { ...quietSettings.people, idleMinutes: null, disconnectMinutes: 2 },
  teams: { ...quietSettings.teams, headless: { id: "headless", name: "Headless", hours: "always", headId: null } },
  hours: { ...quietSettings.hours, late: daily("late", 10, 18), night: daily("night", 22, 23) },
};

let app: TestApp;
let conversation: string;

/** Mark has Zoe's conversation. Of the others, everybody has one thing against them. */
beforeEach(async () => {
  app = startTestApp({ open: memoryStore(), starter });
  await app.engine.agents.add(person("mark"));
  const { json } = await app.write("I want to talk to a human", { from: "zoe" });
  conversation = `/api/v1/conversations/${json.conversationId}`;
  await app.call("POST", `${conversation}/claim`, { body: { agentId: "mark" } });
  await app.settle();
  const others = [
    person("nina", { capacity: 5 }),
    person("away", { presence: "away" }),
    person("offline", { presence: "offline" }),
    person("home", { shift: "night" }),
    person("full", { capacity: 0 }),
    person("left", { leftAt: Date.UTC(2026, 0, 1) }),
    person("demo", { isTest: true }),
  ];
  for (const other of others) await app.engine.agents.add(other);
  await app.settle();
});
afterEach(() => app.close());

async function everything(): Promise<unknown> {
  const [now, records, people] = await Promise.all([
    app.call("GET", conversation),
    app.call("GET", `${conversation}/records?limit=100`),
    app.engine.agents.list(),
  ]);
  return [now.json, records.json, people];
}

/** Refused by that name, and everything is as it was. */
async function expectRefused(call: () => Promise<Called>, status: number, code: string, names: RegExp): Promise<void> {
  const before = await everything();
  const { json, ...answer } = await call();
  expect([answer.status, json.code, json.detail]).toEqual([status, code, expect.stringMatching(names)]);
  await app.settle();
  expect(await everything()).toEqual(before);
}

const unfit = [
  ["nobody", 422, "unknown-agent", /There is no agent nobody\./],
  ["constructor", 422, "unknown-agent", /There is no agent constructor\./],
  ["away", 409, "agent-away", /Agent away .* is away/],
  ["offline", 409, "agent-away", /Agent offline .* is offline/],
  ["home", 409, "agent-away", /Agent home .* is available, but off their shift,/],
  ["full", 409, "agent-full", /Agent full .* has 0 of 0 places/],
  ["left", 409, "agent-left", /Agent left left at 2026-01-01T00:00:00/],
  ["demo", 409, "test-boundary", /demo/i],
] as const;

describe("somebody who cannot take it", () => {
  it.each(unfit)("is not asked: %s", async (toAgentId, status, code, names) => {
    const body = { agentId: "mark", kind: "assign", toAgentId };
    await expectRefused(() => app.call("POST", `${conversation}/requests`, { body }), status, code, names);
  });

  it.each(unfit)("is not given it: %s", async (agentId, status, code, names) => {
    await expectRefused(() => app.call("POST", `${conversation}/assign`, { body: { agentId } }), status, code, names);
  });

  it("whose shift is over is given it on purpose", async () => {
    const given = await app.call("POST", `${conversation}/assign`, { body: { agentId: "home", evenIfAway: true } });
    expect(given.json).toMatchObject({ phase: "human", agentId: "home" });
  });

  it.each(unfit.filter(([, status]) => status === 409))(
    "is named for each one of many: %s",
    async (agentId, _s, code) => {
      const before = await everything();
      const body = { agentId, conversationIds: [conversation.split("/").at(-1), "con_none"] };
      const { json } = await app.call("POST", "/api/v1/conversations/assign", { body });
      expect(json.items).toMatchObject([
        { status: "refused", code },
        { conversationId: "con_none", status: "missing" },
      ]);
      expect(await everything()).toEqual(before);
    },
  );

  it("is not asked who has not the role it is meant for", async () => {
    const body = { agentId: "mark", kind: "assign", toAgentId: "nina", role: "lead" };
    await expectRefused(
      () => app.call("POST", `${conversation}/requests`, { body }),
      409,
      "wrong-role",
      /Agent nina \(role agent\)/,
    );
  });

  it.each([
    ["nobody", 422, "unknown-agent", /There is no agent nobody\./],
    ["constructor", 422, "unknown-agent", /There is no agent constructor\./],
    ["left", 409, "agent-left", /Agent left left at 2026-01-01/],
  ] as const)("claims nothing that waits: %s", async (agentId, status, code, names) => {
    await app.call("POST", `${conversation}/unassign`, { body: { agentId: "mark", destination: team("headless") } });
    await app.settle();
    await expectRefused(() => app.call("POST", `${conversation}/claim`, { body: { agentId } }), status, code, names);
  });
});

const team = (id: string) => ({ type: "team", id });

describe("a place that does not exist", () => {
  it.each([
    [{ type: "queue", id: "none" }, 422, "no-such-queue", /There is no queue none/],
    [{ type: "queue", id: "constructor" }, 422, "no-such-queue", /There is no queue constructor/],
    [team("none"), 422, "no-such-team", /There is no team none/],
    [team("constructor"), 422, "no-such-team", /There is no team constructor/],
    [{ type: "agent", id: "none" }, 422, "unknown-agent", /There is no agent none/],
    [{ type: "agent", id: "left" }, 409, "agent-left", /Agent left left at/],
    [{ type: "moon", id: "chat" }, 422, "invalid", /destination\.type must be one of: queue, team, agent/],
  ] as const)("is given nothing: %o", async (destination, status, code, names) => {
    const body = { agentId: "mark", destination };
    await expectRefused(() => app.call("POST", `${conversation}/unassign`, { body }), status, code, names);
  });

  it.each([
    [{ shift: "nights" }, /body\.shift names hours "nights", which do not exist/],
    [{ teamIds: ["headless", "none"] }, /body\.teamIds\.1 names team "none", which does not exist/],
    [{ absences: [{ from: "2026-11-21T10:00:00Z", substituteId: "nobody" }] }, /names agent "nobody", who does not/],
    [{ absences: [{ from: "2026-11-21T10:00:00Z", substituteId: "left" }] }, /"left"/],
    [{ absences: [{ from: "2026-11-21T10:00:00Z", substituteId: "mark" }] }, /must be somebody else/],
    [{ absences: [{ from: "2026-11-21T10:00:00Z", to: "2026-11-21T09:00:00Z" }] }, /must be later than `from`/],
  ])("is of no use to a person: %o", async (change, names) => {
    await expectRefused(() => app.call("PATCH", "/api/v1/agents/mark", { body: change }), 422, "invalid", names);
  });
});

describe("a time zone that does not exist", () => {
  it.each(["Europe/Atlantis", "", "CEST+99"])("is no person's: %o", async (timeZone) => {
    const names = /body\.timeZone must be a time zone such as Europe\/Berlin/;
    await expectRefused(() => app.call("PATCH", "/api/v1/agents/mark", { body: { timeZone } }), 422, "invalid", names);
    const body = { name: "New", timeZone };
    await expectRefused(() => app.call("POST", "/api/v1/agents", { body }), 422, "invalid", names);
  });

  it("is published in no hours, which are named", async () => {
    const changes = { "hours/late": { ...daily("late", 8, 18), timeZone: "Europe/Atlantis" } };
    const draft = await app.call("POST", "/api/v1/settings/drafts", { body: { name: "Hours", changes } });
    const published = await app.call("POST", `/api/v1/settings/drafts/${draft.json.id}/publish`, { body: {} });
    expect([published.status, published.text]).toEqual([422, expect.stringContaining("Europe/Atlantis")]);
    expect((await app.call("GET", "/api/v1/settings")).text).not.toContain("Atlantis");
  });

  it("is nobody's quiet hours, and no report's", async () => {
    const quietHours = { from: "22:00", to: "07:00", timeZone: "Europe/Atlantis", letsUrgentThrough: true };
    const path = "/api/v1/agents/mark/notification-preferences";
    const set = await app.call("PUT", path, { body: { quietHours } });
    expect([set.status, set.json.detail]).toEqual([422, expect.stringContaining("quietHours.timeZone")]);
    const report = await app.call("GET", "/api/v1/reports/overview?tz=Europe/Atlantis");
    expect([report.status, report.json.detail]).toEqual([422, expect.stringContaining("query.tz")]);
  });
});

describe("a request that is answered too late", () => {
  /** Routing asks Nina for what waits now. @returns the request's id. */
  async function offered(): Promise<string> {
    await app.call("POST", `${conversation}/unassign`, { body: { agentId: "mark" } });
    await app.settle();
    const { items } = (await app.call("GET", `${conversation}/records?limit=100`)).json;
    return items.findLast(({ type }: { type: string }) => type === "request").requestId;
  }

  const accept = (requestId: string) =>
    app.call("POST", `${conversation}/requests/${requestId}/accept`, { body: { agentId: "nina" } });

  it("was withdrawn by a lead: says so with the time, and nothing is half done", async () => {
    await app.engine.agents.add(person("lea", { role: "lead", presence: "offline" }));
    const requestId = await offered();
    const body = { agentId: "lea", reason: "Solved on the phone" };
    const withdrawn = await app.call("POST", `${conversation}/requests/${requestId}/withdraw`, { body });
    expect(withdrawn.status, withdrawn.text).toBe(200);
    await app.engine.agents.change("nina", { presence: "busy" });
    await app.settle();
    await expectRefused(() => accept(requestId), 409, "request-ended", /to agent nina was withdrawn at 2026-11-21T09:/);
    expect((await app.engine.agents.get("nina"))?.holds).toEqual({});
  });

  it("ran out: says so with the time", async () => {
    const requestId = await offered();
    app.clock.advance(2 * minute);
    await app.settle();
    await expectRefused(() => accept(requestId), 409, "request-ended", /ran out at 2026-11-21T09:02/);
  });

  it("is another's, or never was", async () => {
    const requestId = await offered();
    const body = { agentId: "mark" };
    const path = `${conversation}/requests/${requestId}/accept`;
    await expectRefused(() => app.call("POST", path, { body }), 409, "not-your-request", /is for agent nina/);
    await expectRefused(() => accept(`${requestId}9`), 404, "not-found", /There is no request/);
  });
});

describe("a clock that is set back", () => {
  async function waits(): Promise<void> {
    await app.call("POST", `${conversation}/unassign`, { body: { agentId: "mark" } });
    await app.settle();
  }
  const read = async () => (await app.call("GET", conversation)).json;
  const requests = async () =>
    (await app.call("GET", `${conversation}/records?limit=100`)).json.items.filter(
      ({ type, agentId }: { type: string; agentId: string }) => type === "request" && agentId !== "mark",
    );

  it("lets a request that rings be accepted, once", async () => {
    await waits();
    app.clock.advance(-hour);
    await app.settle();
    const [{ requestId }] = await requests();
    const path = `${conversation}/requests/${requestId}/accept`;
    expect((await app.call("POST", path, { body: { agentId: "nina" } })).status).toBe(200);
    app.clock.advance(2 * hour);
    await app.settle();
    expect(await read()).toMatchObject({ phase: "human", agentId: "nina" });
    expect((await requests()).map(({ end }: { end: { status: string } }) => end.status)).toEqual(["accepted"]);
  });

  it("lets a request ring until its time has come again, and then it runs out once", async () => {
    await waits();
    app.clock.advance(-hour);
    await app.settle();
    expect((await requests()).map(({ end }: { end: unknown }) => end)).toEqual([null]);
    app.clock.advance(hour + 2 * minute);
    await app.settle();
    const [first, ...others] = await requests();
    expect(first).toMatchObject({ agentId: "nina", end: { status: "timed-out" } });
    expect(others.filter(({ agentId }: { agentId: string }) => agentId === "nina")).toEqual([]);
  });

  it("makes nobody offline who is heard of, and finds out who is not", async () => {
    const seen = () => app.call("POST", "/api/v1/agents/nina/seen", { body: {} });
    await seen();
    app.clock.advance(-hour);
    for (let beat = 0; beat < 4 * 60; beat++) {
      await seen();
      app.clock.advance(minute / 2);
      await app.settle();
      expect((await app.engine.agents.get("nina"))?.presence).toBe("available");
    }
    app.clock.advance(4 * minute);
    await app.settle();
    expect((await app.engine.agents.get("nina"))?.presence).toBe("offline");
  });

  it("puts a shift off with it, and begins it again", async () => {
    await app.engine.agents.change("nina", { presence: "offline" });
    await app.engine.agents.add(person("lou", { shift: "late" }));
    await waits();
    app.clock.advance(hour);
    await app.settle();
    expect((await requests()).at(-1)).toMatchObject({ agentId: "lou", end: null });
    app.clock.advance(-hour / 2);
    await app.settle();
    const [{ requestId }] = await requests();
    const path = `${conversation}/requests/${requestId}/reject`;
    await app.call("POST", path, { body: { agentId: "lou", reason: "My shift begins at ten" } });
    await app.settle();
    expect(await read()).toMatchObject({ phase: "queue" });
    expect((await requests()).map(({ end }: { end: { status: string } }) => end.status)).toEqual(["rejected"]);
  });
});

describe("a team without a head", () => {
  it("can be where it goes: its people are asked", async () => {
    await app.engine.agents.change("nina", { teamIds: ["headless"] });
    const body = { agentId: "mark", destination: team("headless") };
    const given = await app.call("POST", `${conversation}/unassign`, { body });
    expect(given.status, given.text).toBe(200);
    await app.settle();
    const { items } = (await app.call("GET", `${conversation}/records?limit=100`)).json;
    expect(items.at(-1)).toMatchObject({ type: "request", agentId: "nina", end: null });
  });

  it("is told as a whole when nobody takes what waits for it", async () => {
    for (const id of ["nina", "mark"]) await app.engine.agents.change(id, { presence: "busy" });
    await app.engine.agents.change("nina", { teamIds: ["headless"] });
    const body = { agentId: "mark", destination: team("headless") };
    await app.call("POST", `${conversation}/unassign`, { body });
    for (let passed = 0; passed < 15; passed++) {
      app.clock.advance(minute);
      await app.settle();
    }
    const page = await app.engine.notifications.inbox.list("nina", { limit: 20, cursor: null, onlyUnread: false });
    expect(page.items.map(({ told }) => told.kind)).toContain("handoff-exhausted");
  });
});
