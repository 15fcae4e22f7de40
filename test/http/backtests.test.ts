import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { handoff, rule } from "../core/policies.ts";
import { channelId, startTestApp, type TestApp } from "../support/app.ts";
import { memoryStore } from "../support/memory-store.ts";
import { quietSettings } from "../support/quiet-settings.ts";

const base = "/api/v1/settings";
let test: TestApp;

beforeEach(() => {
  test = startTestApp({ open: memoryStore() });
});
afterEach(() => test.close());

async function draft(changes: object, name = "A draft"): Promise<string> {
  const created = await test.call("POST", `${base}/drafts`, { body: { name, changes } });
  expect(created.status, created.text).toBe(200);
  return created.json.id;
}

async function say(from: string, ...texts: readonly string[]): Promise<string> {
  let conversationId = "";
  for (const text of texts) {
    conversationId = (await test.write(text, { from })).json.conversationId;
    await test.settle();
    test.clock.advance(60_000);
  }
  return conversationId;
}

async function tested(body: object) {
  const { status, json, text } = await test.call("POST", `${base}/backtests`, { body });
  expect(status, text).toBe(200);
  expect(json.status).toBe("ended");
  return json;
}

const toMail = handoff({ destination: { type: "queue", id: "e-mail" }, priority: "high" });
const { detection } = quietSettings;
const eagerly = { detection: { ...detection, signals: { ...detection.signals, frustration: "handoff" } } };

describe("a draft over past conversations", () => {
  it("is tested once with one Idempotency-Key, and the second request gets what the first one found", async () => {
    await say("one", "this is so frustrating");
    const draftId = await draft(eagerly);
    const headers = { "idempotency-key": "once" };
    const start = (limit: number) => test.call("POST", `${base}/backtests`, { body: { draftId, limit }, headers });
    const first = await start(5);
    const second = await start(5);
    expect(second.json).toEqual(first.json);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect((await test.call("GET", `${base}/backtests`)).json.items).toHaveLength(1);
    expect((await start(6)).json.code).toBe("idempotency-key-reused");
  });

  it("says how many would have gone where, what differs, and in which conversations", async () => {
    await say("one", "Where is my parcel?", "thank you");
    const asked = await say("two", "Where is my parcel?", "I want to talk to a person");
    const cross = await say("three", "Hello", "this is so frustrating");
    const mail = rule("request", { ...quietSettings.rules.request, then: toMail });
    const draftId = await draft({ ...eagerly, "rules/request": mail }, "Sooner");
    const { result, conversations, version, draft: named } = await tested({ draftId });
    expect([conversations, version, named]).toEqual([3, 0, { id: draftId, name: "Sooner" }]);
    expect(result).toMatchObject({ engagements: 3, isCut: false });
    expect(result.inForce).toMatchObject({
      ...{ handedOver: 1, offered: 1, leftToBot: 1, afterHours: 0 },
      byDestination: [{ destination: { type: "queue", id: "chat" }, name: "Chat", count: 1 }],
      byRule: [
        { rule: { id: "request", name: "Asks for a person" }, count: 1 },
        { rule: null, count: 1 },
      ],
      byReason: [
        { reason: "explicit-request", count: 1 },
        { reason: "frustration", count: 1 },
      ],
    });
    expect(result.draft).toMatchObject({ handedOver: 2, offered: 0, leftToBot: 1 });
    expect(result.differences).toMatchObject([
      { kind: "action", was: "offer", becomes: "handoff", count: 1, examples: [{ conversationId: cross, seq: 3 }] },
      {
        kind: "destination",
        was: "handoff",
        becomes: "handoff",
        count: 1,
        examples: [{ conversationId: asked, seq: 3 }],
      },
    ]);
    const [{ links, was, becomes }] = result.differences[1].examples;
    expect([was.destination, becomes.destination, becomes.ruleId]).toEqual([
      { type: "queue", id: "chat" },
      { type: "queue", id: "e-mail" },
      "request",
    ]);
    const { json: shown } = await test.call("GET", links.messages);
    expect(shown.items[0]).toMatchObject({ seq: 3, content: { text: "I want to talk to a person" } });
    expect((await test.call("GET", links.conversation)).json.id).toBe(asked);
  });

  it("holds no word that anybody said", async () => {
    await say("one", "Mein Geheimnis ist Zimtschnecke", "I want a human, Zimtschnecke");
    const json = await tested({ draftId: await draft({ "rules/request": null }) });
    expect(json.result.inForce.handedOver).toBe(1);
    expect(JSON.stringify(json)).not.toContain("Zimtschnecke");
  });

  it("decides by the hours of then, whatever is switched off today", async () => {
    await say("one", "I want to talk to a person");
    const until = new Date(test.clock.now() + 3_600_000).toISOString();
    await test.call("PUT", `${base}/switches/closed`, { body: { until } });
    const closed = { id: "closed", name: "Never open", timeZone: "UTC", exceptions: [] };
    const week = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
    const team = { id: "support", name: "support", hours: "closed" };
    const { result } = await tested({
      draftId: await draft({ "hours/closed": { ...closed, week }, "teams/support": team }),
    });
    expect([result.inForce.afterHours, result.draft.afterHours]).toEqual([0, 1]);
  });

  it("takes a yes for an answer only where a person was really offered", async () => {
    await say("asked", "this is so frustrating", "yes please");
    await say("unasked", "Hello there", "yes please");
    const muted = { detection: { ...detection, signals: { ...detection.signals, frustration: "none" } } };
    const { result } = await tested({ draftId: await draft(muted) });
    expect([result.inForce.handedOver, result.draft.handedOver]).toEqual([1, 0]);
    const offersAtHello = rule("hello", { when: [{ type: "not", condition: { type: "bot-turns", atLeast: 1 } }] });
    const always = await draft({ "rules/hello": { ...offersAtHello, then: { action: "offer" } } });
    const { result: other } = await tested({ draftId: always });
    expect(other.draft).toMatchObject({ handedOver: 1, offered: 1, byReason: expect.anything() });
  });

  it("says which rules ask about what nobody kept", async () => {
    const draftId = await draft({
      "rules/busy": rule("busy", { when: [{ type: "queue", of: "chat", waitingAtLeast: 3, availableAtMost: null }] }),
      "rules/vip": rule("vip", { when: [{ type: "not", condition: { type: "tag", is: ["vip"] } }] }),
    });
    const { result } = await tested({ draftId });
    expect(result.unknown).toMatchObject([
      { code: "queues", ruleIds: ["busy"] },
      // What a new workspace begins with looks at failures of the assistant.
      { code: "bot-signals", ruleIds: ["e-mail"] },
      { code: "today", ruleIds: ["vip"] },
    ]);
    expect(result.unknown[0].message).toContain("not kept");
  });
});

describe("which past", () => {
  it("is bounded by time, channel and number, the newest first", async () => {
    await say("early", "I want a human");
    test.clock.advance(3_600_000);
    const between = new Date(test.clock.now()).toISOString();
    const late = await say("late", "I want a human");
    const draftId = await draft({ "rules/request": { ...quietSettings.rules.request, then: toMail } });
    const engagements = async (body: object) => (await tested({ draftId, ...body })).result.engagements;
    expect(await engagements({})).toBe(2);
    expect(await engagements({ since: between })).toBe(1);
    expect(await engagements({ until: between })).toBe(1);
    expect(await engagements({ channels: [channelId] })).toBe(2);
    expect(await engagements({ channels: ["api"] })).toBe(2);
    expect(await engagements({ channels: ["whatsapp"] })).toBe(0);
    const { result } = await tested({ draftId, limit: 1 });
    expect(result).toMatchObject({ isCut: true, engagements: 1 });
    expect(result.differences[0].examples[0].conversationId).toBe(late);
  });

  it("is the newest whatever became of it, and of each conversation only what began then", async () => {
    await say("waits", "I want a human");
    await say("waits-shorter", "I want a human");
    const closed = await say("closed", "I want a human");
    const left = await say("left", "this is so frustrating");
    await test.call("POST", "/api/v1/agents", { body: { id: "robin", name: "Robin" } });
    await test.call("POST", `/api/v1/conversations/${closed}/claim`, { body: { agentId: "robin" } });
    const ending = { agentId: "robin", outcome: "resolved" };
    const ended = await test.call("POST", `/api/v1/conversations/${closed}/close`, { body: ending });
    expect(ended.status, ended.text).toBe(200);
    const draftId = await draft({ ...eagerly, "rules/request": { ...quietSettings.rules.request, then: toMail } });
    const examples = async (body: object) => {
      const { result } = await tested({ draftId, ...body });
      const found: { examples: { conversationId: string }[] }[] = result.differences;
      return found.flatMap((difference) => difference.examples.map(({ conversationId }) => conversationId));
    };
    expect(await examples({ limit: 1 })).toEqual([left]);
    expect((await examples({ limit: 2 })).sort()).toEqual([closed, left].sort());
    test.clock.advance(30 * 24 * 3_600_000);
    const since = new Date(test.clock.now()).toISOString();
    await say("closed", "I want a human");
    // Who waits already stands in the queue by when that began.
    await say("waits", "Are you there?");
    expect((await tested({ draftId })).result.engagements).toBe(5);
    const { result, conversations } = await tested({ draftId, since });
    expect([conversations, result.engagements]).toEqual([2, 1]);
    expect(result.differences[0].examples).toMatchObject([{ conversationId: closed, engagement: 2 }]);
  });

  it("leaves tests out (I16)", async () => {
    const identity = { id: "me", channel: channelId, address: "tester", draftId: null };
    const id = await draft({ "testIdentities/me": identity });
    await test.call("POST", `${base}/drafts/${id}/publish`, { body: {} });
    await say("tester", "I want a human");
    await say("customer", "I want a human");
    expect((await tested({ draftId: await draft(eagerly) })).result.engagements).toBe(1);
  });

  it.each([
    ["no draft", { draftId: "drf_none" }, 404],
    ["too many", { draftId: "x", limit: 10_001 }, 422],
    [
      "an end before the beginning",
      { draftId: "x", since: "2026-02-01T00:00:00Z", until: "2026-01-01T00:00:00Z" },
      422,
    ],
  ])("is refused: %s", async (_what, body, status) => {
    expect((await test.call("POST", `${base}/backtests`, { body })).status).toBe(status);
  });
});

describe("a backtest", () => {
  it("is kept, changes no conversation, and goes on by the draft as it was", async () => {
    await say("one", "this is so frustrating");
    const before = (await test.call("GET", "/api/v1/conversations?phase=bot")).json;
    const draftId = await draft(eagerly);
    const { id, result } = await tested({ draftId });
    await test.call("DELETE", `${base}/drafts/${draftId}`);
    expect((await test.call("GET", `${base}/backtests/${id}`)).json).toMatchObject({ status: "ended", result });
    expect((await test.call("GET", `${base}/backtests`)).json.items).toHaveLength(1);
    expect((await test.call("GET", "/api/v1/conversations?phase=bot")).json).toEqual(before);
    expect((await test.call("GET", `${base}/backtests/bkt_none`)).status).toBe(404);
  });

  it("is one of twenty: older ones make room", async () => {
    const draftId = await draft(eagerly);
    const first = await tested({ draftId });
    for (let count = 0; count < 20; count++) {
      test.clock.advance(1_000);
      await tested({ draftId });
    }
    expect((await test.call("GET", `${base}/backtests?limit=50`)).json.items).toHaveLength(20);
    expect((await test.call("GET", `${base}/backtests/${first.id}`)).status).toBe(404);
  });

  it("waits for nobody: while one runs, another is told to come again", async () => {
    for (let count = 0; count < 20; count++) await say(`customer-${count}`, "Where is my parcel?");
    const body = { draftId: await draft(eagerly) };
    const both = await Promise.all([0, 1].map(() => test.call("POST", `${base}/backtests`, { body })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 503]);
    expect((await test.call("POST", `${base}/backtests`, { body })).status).toBe(200);
  });

  it("is lost when its process ended before it did, and says so", async () => {
    const { id } = await tested({ draftId: await draft(eagerly) });
    const key = { kind: "backtest", id };
    const [stored] = await test.store.load([key]);
    const commit = { claims: [], settles: [], expects: [], removes: [], entries: [], effects: [], cancels: [] };
    const puts = [{ ...key, body: { ...(stored?.body as object), status: "running" } }];
    await test.store.commit({ ...commit, at: 0, puts, index: [], feed: [], lease: null });
    const status = async () => (await test.call("GET", `${base}/backtests/${id}`)).json.status;
    expect(await status()).toBe("running");
    test.clock.advance(61_000);
    expect(await status()).toBe("lost");
  });
});
