import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { report, wallboard } from "../../src/protocol/reports.ts";
import { startTestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

const test = startTestApp({ open: memoryStore() });
const tokens = { reports: "", robin: "", lead: "", none: "" };

async function key(scopes: readonly string[], agentId: string | null): Promise<string> {
  const { json } = await test.call("POST", "/api/v1/keys", { body: { name: "Key", scopes, agentId } });
  return json.token;
}

beforeAll(async () => {
  await test.engine.agents.add(person("robin"));
  await test.engine.agents.add(person("kim", { presence: "away" }));
  tokens.reports = await key(["reports:read"], null);
  await test.engine.agents.add(person("lee", { presence: "away", role: "lead" }));
  tokens.robin = await key(["reports:read"], "robin");
  tokens.lead = await key(["reports:read"], "lee");
  tokens.none = await key(["feed:read"], null);
  for (const from of ["ada", "ben", "cas"]) {
    await test.write("Where is my parcel?", { from });
    await test.settle();
  }
  await test.write("I want to talk to a human", { from: "ada" });
  await test.settle();
  await test.write("I want to talk to a human", { from: "ben" });
  await test.settle();
  const { json } = await test.call("GET", "/api/v1/conversations?phase=queue");
  const [first] = json.items;
  test.clock.advance(30_000);
  await test.call("POST", `/api/v1/conversations/${first.id}/claim`, { body: { agentId: "robin" } });
  await test.call("POST", `/api/v1/conversations/${first.id}/replies`, {
    body: { agentId: "robin", text: "Here I am" },
  });
  await test.settle();
});
afterAll(() => test.close());

const read = (path: string, token: string = tokens.reports) => test.call("GET", `/api/v1/reports/${path}`, { token });
const figure = (json: { figures: { id: string }[] }, id: string) => json.figures.find((each) => each.id === id);

describe("a report", () => {
  it("has every figure with its formula in words", async () => {
    const { status, json } = await read("overview");
    expect(status).toBe(200);
    expect(report.parse(json)).toEqual(json);
    expect(figure(json, "handoff-rate")).toMatchObject({
      formula: expect.stringContaining("at least one message"),
      value: { type: "share", part: 2, whole: 3 },
      before: null,
    });
    expect(figure(json, "first-response.total")).toMatchObject({ value: { count: 1, p50Ms: 30_000 } });
    expect(figure(json, "first-response.open-age")).toMatchObject({ value: { count: 1 } });
  });

  it("tells groups apart by two things, with the names they have", async () => {
    const { json } = await read("queue?by=agent,channel");
    expect(json.groups).toHaveLength(2);
    const robin = json.groups.find((group: { key: { id: string }[] }) => group.key[0]?.id === "robin");
    expect(robin.key).toEqual([
      { dimension: "agent", id: "robin", name: "robin" },
      { dimension: "channel", id: "main.api", name: null },
    ]);
    expect(robin.figures["service-level"]).toMatchObject({ part: 1, whole: 1 });
  });

  it("is of the days one asks about, in one's own time zone, beside the days before", async () => {
    const { json } = await read("handoffs?from=2026-11-21&to=2026-11-22&tz=Europe/Berlin&compare=previous&by=day");
    expect(json).toMatchObject({
      from: "2026-11-20T23:00:00.000Z",
      to: "2026-11-21T23:00:00.000Z",
      before: { from: "2026-11-19T23:00:00.000Z", to: "2026-11-20T23:00:00.000Z" },
      groups: [{ key: [{ dimension: "day", id: "2026-11-21" }] }],
    });
    expect(figure(json, "handoffs")).toMatchObject({ value: { value: 2 }, before: { value: 0 } });
  });

  it("leaves out what the filters leave out", async () => {
    const handoffs = async (query: string) => figure((await read(`handoffs?${query}`)).json, "handoffs");
    expect(await handoffs("agent=robin")).toMatchObject({ value: { value: 1 } });
    expect(await handoffs("agent=none,robin&channel=main.api")).toMatchObject({ value: { value: 2 } });
    expect(await handoffs("channel=elsewhere")).toMatchObject({ value: { value: 0 } });
  });

  it.each([
    ["nothing?", 422],
    ["handoffs?tz=Mars/Crater", 422],
    ["handoffs?from=2026-11-22&to=2026-11-21", 422],
    ["handoffs?from=yesterday-ish", 422],
    ["handoffs?from=2020-01-01", 422],
    ["handoffs?by=mood", 422],
    ["handoffs?by=agent,team,queue", 422],
    ["handoffs?by=agent,agent", 422],
  ])("is refused for %s", async (path, status) => {
    expect((await read(path)).status).toBe(status);
  });
});

describe("who may see them", () => {
  it("says which of its filters name nobody and nothing", async () => {
    const filters = "agent=robin,robbin&queue=nosuch,none&team=constructor&rule=old&channel=main.api";
    const { status, json } = await read(`queue?${filters}`);
    expect([status, json.unknown]).toEqual([
      200,
      [
        { dimension: "agent", id: "robbin" },
        { dimension: "queue", id: "nosuch" },
        { dimension: "team", id: "constructor" },
        { dimension: "rule", id: "old" },
      ],
    ]);
    expect((await read("queue?by=agent")).json.unknown).toEqual([]);
    expect((await read("queue", tokens.robin)).json.unknown).toEqual([]);
  });

  it("is whoever has the scope; an agent's key sees that agent's", async () => {
    expect((await read("overview", tokens.none)).status).toBe(403);
    expect((await read("overview?agent=kim", tokens.robin)).json.code).toBe("wrong-agent");
    const { json } = await read("handoffs", tokens.robin);
    expect(figure(json, "handoffs")).toMatchObject({ value: { value: 1 } });
    const rows = await read("export", tokens.robin);
    expect(rows.text.trim().split("\r\n")).toHaveLength(2);
    expect((await read("wallboard", tokens.robin)).json).toMatchObject({
      agents: [{ agentId: "robin" }],
      waiting: { count: 0 },
    });
  });

  it("is of everybody for a lead", async () => {
    const { json } = await read("overview", tokens.lead);
    expect(figure(json, "handoff-rate")).toMatchObject({ value: { part: 2, whole: 3 } });
    expect((await read("overview?agent=robin", tokens.lead)).status).toBe(200);
    expect((await read("wallboard", tokens.lead)).json).toMatchObject({ waiting: { count: 1 } });
    expect((await read("export", tokens.lead)).text.trim().split("\r\n")).toHaveLength(3);
  });
});

describe("an export", () => {
  it("is a file of rows, as CSV or JSON", async () => {
    const csv = await read("export?table=handoffs&from=2026-11-21");
    expect(csv.headers.get("content-type")).toMatch(/^text\/csv/);
    expect(csv.headers.get("content-disposition")).toMatch(/^attachment; filename="handoffs-2026-11-21-/);
    expect(csv.text.trim().split("\r\n")).toHaveLength(3);
    const json = await read("export?table=engagements&format=json");
    expect(json.json.items).toHaveLength(3);
    expect((await read("export?table=requests&format=json")).json.items.length).toBeGreaterThan(0);
  });
});

describe("the wallboard", () => {
  it("says who waits, who is there and who has what", async () => {
    const { json } = await read("wallboard");
    expect(wallboard.parse(json)).toEqual(json);
    expect(json).toMatchObject({
      waiting: { count: 1, byPriority: { normal: 1 }, longestSince: "2026-11-21T09:00:00.000Z" },
      people: { available: 1, away: 2, free: 0 },
      sla: { atRisk: 0, missed: 0 },
    });
    expect(json.agents).toContainEqual(expect.objectContaining({ agentId: "robin", open: 1 }));
  });
});
