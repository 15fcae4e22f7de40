import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";
import { quietSettings } from "../support/quiet-settings.ts";

const team = (id: string) => ({ id, name: id, hours: "always", headId: null });
const teams = { support: team("support"), billing: team("billing"), legal: team("legal") };

let test: TestApp;
let conversation: string;

beforeEach(async () => {
  test = startTestApp({ open: memoryStore(), starter: { ...quietSettings, teams } });
  await test.engine.agents.add(person("ada", { presence: "away" }));
  await test.engine.agents.add(person("bob", { presence: "away" }));
  const { json } = await test.write("I want to talk to a human", { name: "Zoe" });
  await test.settle();
  conversation = `/api/v1/conversations/${json.conversationId}`;
});
afterEach(() => test.close());

describe("a conversation", () => {
  it("is read with its customer, handoff reason and evidence", async () => {
    const { status, json } = await test.call("GET", conversation);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      phase: "queue",
      customer: { name: "Zoe" },
      agentId: null,
      handoff: {
        reason: "explicit-request",
        evidence: [{ signal: "explicit-request", detail: null, messageSeq: 1 }],
        decision: { settingsVersion: 0, ruleId: "request" },
        destination: { type: "queue", id: "chat" },
        priority: "normal",
        tasks: [],
        pendingRequest: null,
      },
      alert: null,
      offer: null,
      restraint: null,
      tags: [],
      properties: {},
      botTurns: 0,
      usage: { inputTokens: 0, outputTokens: 0, costUsd: 0 },
      localeSource: "detected",
      isTest: false,
    });
    expect(json.createdAt).toBe(new Date(test.clock.now()).toISOString());
  });

  it("is in the list of its phase and of its agent", async () => {
    expect(await idsOf("phase=queue")).toEqual([(await test.call("GET", conversation)).json.id]);
    await command("claim", { agentId: "ada" });
    expect(await idsOf("phase=queue")).toEqual([]);
    expect(await idsOf("agentId=ada")).toHaveLength(1);
    expect(await idsOf("agentId=bob")).toEqual([]);
  });

  it("is in the list of the queue it waits in, whoever cannot wait at the top", async () => {
    const { json } = await test.write("Somebody has stolen my card", { from: "late" });
    await test.settle();
    const [first] = await idsOf("phase=queue");
    expect(await idsOf("queueId=chat")).toEqual([json.conversationId, first]);
    await command("claim", { agentId: "ada" });
    expect(await idsOf("queueId=chat")).toEqual([json.conversationId]);
    expect(await idsOf("queueId=e-mail")).toEqual([]);
    for (const query of ["", "?queueId=chat&phase=queue"]) {
      expect(await test.call("GET", `/api/v1/conversations${query}`)).toMatchObject({ status: 422 });
    }
  });

  it("has its messages and records in pages", async () => {
    const first = await test.call("GET", `${conversation}/messages?limit=1`);
    expect(first.json.items.map((item: { seq: number }) => item.seq)).toEqual([1]);
    expect(first.json.next).toBe(1);
    const second = await test.call("GET", `${conversation}/messages?limit=1&after=1`);
    expect(second.json).toMatchObject({ items: [{ seq: 2, author: { type: "system" } }], next: null });
    const records = await test.call("GET", `${conversation}/records`);
    // Ada and Bob are away: routing says whom it looked at.
    expect(records.json.items.at(-1)).toMatchObject({
      ...{ type: "routing", outcome: { type: "nobody" }, elsewhere: 0 },
      candidates: [
        { agentId: "ada", excluded: "away" },
        { agentId: "bob", excluded: "away" },
      ],
    });
    expect(records.json.items.at(-2)).toMatchObject({
      type: "control",
      to: "queue",
      reason: {
        code: "handoff",
        handoff: "explicit-request",
        decision: { settingsVersion: 0, ruleId: "request" },
      },
    });
    expect(records.text).not.toContain("facts");
  });

  it("is found by the words in it", async () => {
    const { json } = await test.call("GET", "/api/v1/search?q=HUMAN%20talk");
    expect(json.items).toMatchObject([{ seq: 1, content: { text: "I want to talk to a human" } }]);
  });
});

describe("an agent", () => {
  it("claims, answers, notes and hands back", async () => {
    expect((await command("claim", { agentId: "ada" })).json).toMatchObject({ phase: "human", agentId: "ada" });
    expect((await command("replies", { agentId: "ada", text: "Hello Zoe" })).status).toBe(200);
    expect((await command("notes", { agentId: "bob", text: "A regular" })).status).toBe(200);
    await test.settle();
    expect(test.delivered.at(-1)).toMatchObject({ to: "customer-1", text: "Hello Zoe" });
    expect((await command("hand-back", { agentId: "ada", note: "Done" })).json.phase).toBe("bot");
    expect((await command("close", { agentId: "ada", outcome: "resolved" })).json).toMatchObject({
      phase: "closed",
      outcome: "resolved",
    });
  });

  it("wins the race for a conversation, or is told that somebody else has it", async () => {
    const both = await Promise.all([command("claim", { agentId: "ada" }), command("claim", { agentId: "bob" })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.json.code).toBe("already-taken");
  });

  it("accepts or rejects what they are asked", async () => {
    await test.call("PATCH", "/api/v1/agents/ada", { body: { presence: "available" } });
    await test.settle();
    const asked = (await test.call("GET", conversation)).json.handoff.pendingRequest;
    expect(asked).toMatchObject({ agentId: "ada", kind: "offer" });
    const request = `requests/${asked.id}`;
    expect((await command(`${request}/accept`, { agentId: "bob" })).json.code).toBe("not-your-request");
    const silent = await command(`${request}/reject`, { agentId: "ada" });
    expect(silent.json.errors).toEqual([{ path: "body.reason", message: "is missing; it must be a text" }]);
    expect((await command(`${request}/reject`, { agentId: "ada", reason: " " })).status).toBe(422);
    const rejected = await command(`${request}/reject`, { agentId: "ada", reason: "in a meeting" });
    expect(rejected.json.handoff).toMatchObject({ declinedBy: ["ada"], pendingRequest: null });
    expect((await command(`${request}/accept`, { agentId: "ada" })).json.code).toBe("request-ended");
    await test.call("PATCH", "/api/v1/agents/bob", { body: { presence: "available" } });
    await test.settle();
    const next = (await test.call("GET", conversation)).json.handoff.pendingRequest;
    expect((await command(`requests/${next.id}/accept`, { agentId: "bob" })).json.agentId).toBe("bob");
  });

  it("is refused with what is wrong", async () => {
    const refusals: readonly [string, unknown, number, string][] = [
      ["replies", { agentId: "ada", text: "Hello" }, 409, "not-in-control"],
      ["claim", { agentId: "ghost" }, 422, "unknown-agent"],
      ["notes", { agentId: "ghost", text: "Boo" }, 422, "unknown-agent"],
      ["claim", {}, 422, "invalid"],
      ["close", { agentId: "ada", outcome: "sold" }, 422, "invalid"],
    ];
    for (const [what, body, status, code] of refusals) {
      const answer = await command(what, body);
      expect([what, answer.status, answer.json.code]).toEqual([what, status, code]);
    }
    await command("close", { agentId: "ada", outcome: "spam" });
    expect((await command("claim", { agentId: "ada" })).json.code).toBe("conversation-closed");
    const nowhere = await test.call("POST", "/api/v1/conversations/con_none/claim", { body: { agentId: "ada" } });
    expect([nowhere.status, nowhere.json.code]).toEqual([404, "not-found"]);
  });

  it("acts by a key of their own without saying who they are", async () => {
    const body = { name: "Ada's", scopes: ["conversations:write"], agentId: "ada" };
    const { token } = (await test.call("POST", "/api/v1/keys", { body })).json;
    const claimed = await test.call("POST", `${conversation}/claim`, { token });
    expect([claimed.status, claimed.json.agentId]).toEqual([200, "ada"]);
    const asBob = await test.call("POST", `${conversation}/replies`, { token, body: { agentId: "bob", text: "Hi" } });
    expect([asBob.status, asBob.json.code]).toEqual([403, "wrong-agent"]);
  });
});

describe("agents", () => {
  it("are added, listed and changed", async () => {
    const added = await test.call("POST", "/api/v1/agents", { body: { id: "eve", name: "Eve" } });
    expect(added.json).toMatchObject({ id: "eve", presence: "away", capacity: 5, holds: [] });
    const again = await test.call("POST", "/api/v1/agents", { body: { id: "eve", name: "Eve" } });
    expect([again.status, again.json.code]).toEqual([409, "agent-exists"]);
    const changed = await test.call("PATCH", "/api/v1/agents/eve", { body: { capacity: 2 } });
    expect(changed.json).toMatchObject({ name: "Eve", capacity: 2 });
    expect((await test.call("PATCH", "/api/v1/agents/ghost", { body: {} })).status).toBe(404);
    const { json } = await test.call("GET", "/api/v1/agents");
    expect(json.items.map((item: { id: string }) => item.id)).toEqual(["ada", "bob", "eve"]);
  });
});

describe("an agent's teams", () => {
  const teamsOf = (json: { teamIds: unknown }) => json.teamIds;

  it("are given, changed and taken away, each once", async () => {
    const eve = { id: "eve", name: "Eve", teamIds: ["billing", "legal", "billing"] };
    expect(teamsOf((await test.call("POST", "/api/v1/agents", { body: eve })).json)).toEqual(["billing", "legal"]);
    const change = (body: object) => test.call("PATCH", "/api/v1/agents/eve", { body });
    expect(teamsOf((await change({ capacity: 2 })).json)).toEqual(["billing", "legal"]);
    expect(teamsOf((await change({ teamIds: ["support"] })).json)).toEqual(["support"]);
    expect(teamsOf((await change({ teamIds: [] })).json)).toEqual([]);
    expect(teamsOf((await test.call("GET", "/api/v1/agents")).json.items[0])).toEqual([]);
  });

  it.each([
    [["two words"]],
    [[""]],
    [["x".repeat(101)]],
    [Array.from({ length: 21 }, (_, at) => `team-${at}`)],
    ["all"],
  ])("are refused as %j", async (teamIds) => {
    const refused = await test.call("PATCH", "/api/v1/agents/ada", { body: { teamIds } });
    expect([refused.status, refused.json.code]).toEqual([422, "invalid"]);
    expect(refused.json.errors[0].path).toMatch(/^body\.teamIds/);
  });

  it("keep those who are elsewhere from being asked, and the record says so", async () => {
    await test.call("PATCH", "/api/v1/agents/ada", { body: { teamIds: ["billing"], presence: "available" } });
    await test.settle();
    expect((await test.call("GET", conversation)).json.handoff.pendingRequest).toBeNull();
    await test.call("PATCH", "/api/v1/agents/bob", { body: { teamIds: ["support"], presence: "available" } });
    await test.settle();
    const { json } = await test.call("GET", `${conversation}/records`);
    const request = json.items.at(-1);
    expect(request).toMatchObject({ type: "request", agentId: "bob" });
    expect(json.items.find(({ seq }: { seq: number }) => seq === request.decisionSeq)).toMatchObject({
      ...{ type: "routing", outcome: { type: "ask", agentIds: ["bob"] } },
      ...{ candidates: [{ agentId: "bob", excluded: null }], elsewhere: 1 },
    });
  });
});

describe("erasing a customer", () => {
  it("makes everything theirs 404 and search empty", async () => {
    const { json } = await test.call("GET", conversation);
    const erased = await test.call("DELETE", `/api/v1/customers/${json.customer.id}`);
    expect([erased.status, erased.json]).toEqual([200, { id: json.customer.id }]);
    for (const path of ["", "/messages", "/records"]) {
      expect((await test.call("GET", `${conversation}${path}`)).status).toBe(404);
    }
    expect((await command("claim", { agentId: "ada" })).status).toBe(404);
    expect((await test.call("GET", "/api/v1/search?q=human")).json.items).toEqual([]);
    expect(await idsOf("phase=queue")).toEqual([]);
    expect((await test.call("DELETE", `/api/v1/customers/${json.customer.id}`)).status).toBe(404);
  });
});

function command(what: string, body: unknown) {
  return test.call("POST", `${conversation}/${what}`, { body });
}

async function idsOf(filter: string): Promise<readonly string[]> {
  const { json } = await test.call("GET", `/api/v1/conversations?${filter}`);
  return json.items.map((item: { id: string }) => item.id);
}
