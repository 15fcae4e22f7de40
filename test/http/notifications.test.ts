import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Scope } from "../../src/protocol/api-keys.ts";
import { notificationPage, preferences, toldOf } from "../../src/protocol/notifications.ts";
import { webhookEndpoint } from "../../src/protocol/webhook-endpoints.ts";
import { channelId, startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";
import { notifyingBy, type RecordingNotifier, recordingNotifier } from "../support/recording-notifier.ts";

let test: TestApp;
let email: RecordingNotifier;
let webhook: RecordingNotifier;
const base = "/api/v1/notifications";

beforeEach(async () => {
  email = recordingNotifier("email");
  webhook = recordingNotifier("webhook");
  test = startTestApp({ open: memoryStore(), notifying: notifyingBy([email, webhook]) });
  for (const id of ["kim", "lou"]) {
    await test.engine.agents.add(person(id, { email: `${id}@shop.example`, presence: "away", locale: "de" }));
  }
});
afterEach(() => test.close());

async function keyOf(agentId: string | null, scopes: readonly Scope[]): Promise<string> {
  const { json } = await test.call("POST", "/api/v1/keys", { body: { name: "A key", scopes, agentId } });
  return json.token;
}

async function askForPerson(from: string): Promise<string> {
  const { json } = await test.write("I want to talk to a person", { from });
  await test.settle();
  await test.settle();
  return json.conversationId;
}

const ofKim = (query = "") => test.call("GET", `${base}?agentId=kim${query}`);

describe("what an agent was told", () => {
  it("comes in their language, with ids for programs, the newest first, in pages", async () => {
    const first = await askForPerson("customer-1");
    test.clock.advance(60_000);
    const second = await askForPerson("customer-2");
    const { status, json } = await ofKim("&limit=1");
    expect([status, notificationPage.parse(json)]).toEqual([200, json]);
    expect(json).toMatchObject({
      ...{ language: "de", unread: 2 },
      items: [
        {
          ...{
            agentId: "kim",
            kind: "handoff-opened",
            conversationId: second,
            reason: "explicit-request",
            readAt: null,
          },
          title: "Jemand wartet auf einen Menschen aus dem Team.",
          lines: expect.arrayContaining([{ label: "Warum", value: "möchte mit einem Menschen sprechen" }]),
        },
      ],
    });
    const next = (await ofKim(`&limit=1&cursor=${json.next}`)).json;
    expect(next.items).toMatchObject([{ conversationId: first }]);
    expect((await ofKim("&cursor=nonsense")).status).toBe(422);
  });

  it("is read one by one or all at once, as often as one likes", async () => {
    await askForPerson("customer-1");
    test.clock.advance(1_000);
    await askForPerson("customer-2");
    const [{ id }] = (await ofKim()).json.items;
    for (let times = 0; times < 2; times++) {
      const { status, json } = await test.call("POST", `${base}/${id}/read`);
      expect([status, json.readAt]).toEqual([200, "2026-11-21T09:00:01.000Z"]);
      test.clock.advance(1_000);
    }
    expect((await ofKim("&unread=true")).json).toMatchObject({ unread: 1, items: [{ readAt: null }] });
    await test.call("POST", `${base}/read-all`, { body: { agentId: "kim" } });
    expect((await ofKim()).json).toMatchObject({ unread: 0 });
    expect((await test.call("GET", `${base}?agentId=lou`)).json).toMatchObject({ unread: 2 });
    expect((await test.call("POST", `${base}/nothing/read`)).status).toBe(404);
  });

  it("is their own and nobody else's (I14)", async () => {
    await askForPerson("customer-1");
    const token = await keyOf("kim", ["conversations:read", "conversations:write", "agents:write"]);
    const call = (method: string, path: string, body?: unknown) => test.call(method, path, { token, body });
    const own = (await call("GET", base)).json.items[0];
    expect(own.agentId).toBe("kim");
    const [others] = (await test.call("GET", `${base}?agentId=lou`)).json.items;
    expect((await call("GET", `${base}?agentId=lou`)).json.code).toBe("wrong-agent");
    expect((await call("POST", `${base}/${others.id}/read`)).status).toBe(404);
    expect((await call("POST", `${base}/read-all`, { agentId: "lou" })).json.code).toBe("wrong-agent");
    expect((await call("PUT", "/api/v1/agents/lou/notification-preferences", {})).json.code).toBe("wrong-agent");
    expect((await call("GET", "/api/v1/agents/lou/notification-preferences")).json.code).toBe("wrong-agent");
    expect((await call("POST", "/api/v1/agents/lou/notifications/test", {})).json.code).toBe("wrong-agent");
    expect((await test.call("GET", `${base}?agentId=lou`)).json.unread).toBe(1);
  });

  it("needs an agent to be named when the key speaks for none", async () => {
    const { status, json } = await test.call("GET", base);
    expect([status, json.errors]).toEqual([422, [expect.objectContaining({ path: "query.agentId" })]]);
  });

  it("is on record, with the people it came to: somebody can look whether anybody was told", async () => {
    const id = await askForPerson("customer-1");
    const { status, json } = await test.call("GET", `/api/v1/conversations/${id}/notifications`);
    expect([status, json.items.map((item: unknown) => toldOf.parse(item))]).toEqual([200, json.items]);
    expect(json.items).toMatchObject([{ kind: "handoff-opened", agentIds: ["kim", "lou"], target: { type: "queue" } }]);
    expect((await test.call("GET", "/api/v1/conversations/nothing/notifications")).status).toBe(404);
  });

  it("is nothing of a test's: neither in the product nor outside of it (I16)", async () => {
    await test.call("POST", "/api/v1/webhook-endpoints", { body: { url: "https://erp.shop.example/in" } });
    const me = { id: "me", channel: channelId, address: "tester-1", draftId: null };
    const drafts = "/api/v1/settings/drafts";
    const { id } = (await test.call("POST", drafts, { body: { name: "Test", changes: { "testIdentities/me": me } } }))
      .json;
    expect((await test.call("POST", `${drafts}/${id}/publish`, { body: {} })).status).toBe(200);
    await askForPerson("tester-1");
    expect((await ofKim()).json).toMatchObject({ items: [], unread: 0 });
    expect([email.delivered, webhook.delivered]).toEqual([[], []]);
    const captured = (await test.call("GET", "/api/v1/settings/captured")).json.items;
    expect(captured).toMatchObject([{ kind: "handoff-opened" }]);
    await askForPerson("customer-1");
    expect([email.delivered.length, webhook.delivered.length]).toEqual([2, 1]);
  });

  it("goes after 90 days", async () => {
    await askForPerson("customer-1");
    test.clock.advance(91 * 24 * 3_600_000);
    expect((await ofKim()).json).toMatchObject({ items: [], unread: 0 });
  });
});

describe("how an agent wants to be told", () => {
  const path = "/api/v1/agents/kim/notification-preferences";

  it("is as usual until they say otherwise, and as usual again for what they leave out", async () => {
    const before = (await test.call("GET", path)).json;
    expect(preferences.parse(before)).toEqual(before);
    expect(before).toMatchObject({ kinds: {}, quietHours: null, methods: ["in-app", "email"] });
    expect(before.inForce["handoff-opened"]).toEqual({ "in-app": "on", email: "away", slack: "off" });
    const body = { kinds: { "handoff-opened": { email: "off" } }, quietHours: { from: "22:00", to: "07:00" } };
    const { json } = await test.call("PUT", path, { body });
    expect(json.quietHours).toEqual({ timeZone: null, from: "22:00", to: "07:00", letsUrgentThrough: true });
    expect(json.inForce["handoff-opened"]).toEqual({ "in-app": "on", email: "off", slack: "off" });
    expect((await test.call("GET", path)).json).toEqual(json);
    await askForPerson("customer-1");
    expect(email.delivered.map(({ to }) => to.type === "person" && to.name)).toEqual(["lou"]);
    expect((await test.call("PUT", path, { body: {} })).json).toEqual(before);
  });

  it.each([
    [{ kinds: { weather: { email: "on" } } }, "body.kinds"],
    [{ kinds: { "task-due": { pigeon: "on" } } }, "body.kinds"],
    [{ quietHours: { from: "22:00", to: "7" } }, "body.quietHours.to"],
    [{ quietHours: { from: "22:00", to: "22:00" } }, "body.quietHours"],
    [{ quietHours: { from: "22:00", to: "07:00", timeZone: "Mars/Base" } }, "body.quietHours.timeZone"],
    [{ slackMemberId: "kim" }, "body.slackMemberId"],
  ])("is refused where nobody could obey it: %j", async (body, place) => {
    const { status, json } = await test.call("PUT", path, { body });
    expect([status, json.errors[0].path]).toEqual([422, expect.stringContaining(place)]);
  });

  it("is not there for somebody who is not", async () => {
    expect((await test.call("GET", "/api/v1/agents/nobody/notification-preferences")).status).toBe(404);
  });
});

describe("a test", () => {
  it("says of each way what became of it", async () => {
    email.answerWith(() => ({ status: "failed", isGone: false, error: "The mail server answered 550." }));
    const { status, json } = await test.call("POST", "/api/v1/agents/kim/notifications/test", { body: {} });
    expect([status, json.items]).toEqual([
      200,
      [
        { method: "in-app", status: "delivered", error: null },
        { method: "email", status: "failed", error: "The mail server answered 550." },
        { method: "slack", status: "not-configured", error: null },
      ],
    ]);
    expect((await ofKim()).json.items).toMatchObject([{ kind: "test", title: expect.stringContaining("Test") }]);
  });
});

describe("webhook endpoints", () => {
  const path = "/api/v1/webhook-endpoints";
  const url = "https://erp.shop.example/in";
  const create = (body: unknown, headers: Record<string, string> = {}) => test.call("POST", path, { body, headers });

  it("are added, with a secret that is shown once, listed, changed and removed", async () => {
    const { status, json } = await create({ url, kinds: ["sla-breached", "sla-breached"] });
    expect([status, json.secret, json.kinds]).toEqual([200, expect.stringMatching(/^whsec_.{44}$/), ["sla-breached"]]);
    const listed = (await test.call("GET", path)).json.items;
    expect(listed.map((item: unknown) => webhookEndpoint.strict().parse(item))).toEqual(listed);
    expect(JSON.stringify(listed)).not.toMatch(/secret|sealed|whsec/i);
    const changed = await test.call("PATCH", `${path}/${json.id}`, { body: { isEnabled: false } });
    expect(changed.json).toMatchObject({ isEnabled: false, url, kinds: ["sla-breached"] });
    expect((await test.call("GET", `${path}/${json.id}`)).json).toEqual(changed.json);
    expect((await test.call("DELETE", `${path}/${json.id}`)).status).toBe(200);
    for (const method of ["GET", "PATCH", "DELETE"]) {
      const body = method === "PATCH" ? {} : undefined;
      expect((await test.call(method, `${path}/${json.id}`, { body })).status).toBe(404);
    }
  });

  it("are added once for one Idempotency-Key, and the secret is not shown again", async () => {
    const headers = { "idempotency-key": "once" };
    const first = (await create({ url }, headers)).json;
    const second = await create({ url }, headers);
    expect(second.json).toEqual({ ...first, secret: null });
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect((await create({ url: `${url}2` }, headers)).json.code).toBe("idempotency-key-reused");
    expect((await test.call("GET", path)).json.items).toHaveLength(1);
  });

  it("are not added where they may not be called, nor without end", async () => {
    expect((await create({ url: "http://10.0.0.1/" })).json).toMatchObject({
      code: "invalid",
      errors: [{ path: "body.url" }],
    });
    expect((await create({ url: "javascript:alert(1)" })).status).toBe(422);
    const { id } = (await create({ url })).json;
    expect((await test.call("PATCH", `${path}/${id}`, { body: { url: "http://10.0.0.1/" } })).status).toBe(422);
    const headers = { "idempotency-key": "last" };
    for (let count = 1; count < 20; count++) await create({ url: `${url}/${count}` }, count === 19 ? headers : {});
    expect((await create({ url: `${url}/20` })).status).toBe(422);
    expect((await create({ url: `${url}/19` }, headers)).headers.get("idempotency-replayed")).toBe("true");
  });

  it("never tell one address the same twice, and name the one that tells it already", async () => {
    const exists = (id: string, what: string) => ({
      ...{ status: 409, code: "webhook-endpoint-exists" },
      detail: `The endpoint ${id} tells this address of ${what} already.`,
    });
    const { id } = (await create({ url, kinds: ["sla-breached", "task-due"] })).json;
    const both = exists(id, "sla-breached, task-due");
    expect((await create({ url, kinds: ["task-due", "task-overdue"] })).json).toMatchObject(both);
    expect((await create({ url: "https://ERP.shop.example:443/in#again" })).json).toMatchObject(both);
    const other = (await create({ url, kinds: ["task-overdue"] })).json;
    const change = (body: object) => test.call("PATCH", `${path}/${other.id}`, { body });
    expect((await change({ kinds: [] })).json).toMatchObject(both);
    const elsewhere = (await create({ url: `${url}/2` })).json;
    expect((await change({ url: `${url}/2` })).json).toMatchObject(exists(elsewhere.id, "everything"));
    expect((await change({ kinds: ["task-overdue", "task-assigned"] })).status).toBe(200);
    await test.call("PATCH", `${path}/${id}`, { body: { isEnabled: false } });
    expect((await create({ url, kinds: ["task-due"] })).json.detail).toMatch(/already, and is switched off\.$/);
    await test.call("DELETE", `${path}/${id}`);
    expect((await create({ url, kinds: ["task-due"] })).status).toBe(200);
  });

  it("are given a new secret, shown once, with the old one signing for a day or as long as is said", async () => {
    const { id, secret } = (await create({ url })).json;
    const rotate = (body: unknown, headers: Record<string, string> = {}) =>
      test.call("POST", `${path}/${id}/rotate-secret`, { body, headers });
    const headers = { "idempotency-key": "once" };
    const first = await rotate({}, headers);
    expect([first.status, first.json.secret]).toEqual([200, expect.stringMatching(/^whsec_.{44}$/)]);
    expect(first.json.secret).not.toBe(secret);
    const now = test.clock.now();
    const times = [now, now + 24 * 3_600_000].map((at) => new Date(at).toISOString());
    expect([first.json.rotatedAt, first.json.overlapUntil]).toEqual(times);
    const again = await rotate({}, headers);
    expect(again.json).toEqual({ ...first.json, secret: null });
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect((await rotate({ overlapHours: 1 }, headers)).json.code).toBe("idempotency-key-reused");
    const listed = await test.call("GET", `${path}/${id}`);
    expect(webhookEndpoint.strict().parse(listed.json)).toEqual(listed.json);
    expect(JSON.stringify(listed.json)).not.toMatch(/secret|sealed|whsec/i);
    await test.call("POST", `${path}/${id}/test`);
    expect(webhook.delivered[0]?.to).toMatchObject({ secret: first.json.secret, earlierSecrets: [secret] });
    expect((await rotate({ overlapHours: 0 })).json.overlapUntil).toBeNull();
  });

  it("are given no new secret where that cannot be, and then nothing has changed", async () => {
    const { id } = (await create({ url })).json;
    const before = (await test.call("GET", `${path}/${id}`)).json;
    const rotate = (overlapHours: unknown, to = id) =>
      test.call("POST", `${path}/${to}/rotate-secret`, { body: { overlapHours } });
    for (const wrong of [-1, 169, 1.5, "24"]) {
      expect((await rotate(wrong)).json).toMatchObject({ code: "invalid", errors: [{ path: "body.overlapHours" }] });
    }
    expect((await rotate(1, "none")).status).toBe(404);
    expect((await test.call("GET", `${path}/${id}`)).json).toEqual(before);
    for (let count = 0; count < 4; count++) await rotate(24);
    expect((await rotate(24)).json.errors[0].message).toContain("Four secrets of before still sign");
  });

  it("can be tested, also while they are switched off", async () => {
    const { id } = (await create({ url })).json;
    await test.call("PATCH", `${path}/${id}`, { body: { isEnabled: false } });
    expect((await test.call("POST", `${path}/${id}/test`)).json).toEqual({
      method: "webhook",
      status: "delivered",
      error: null,
    });
    expect(webhook.delivered[0]?.told).toMatchObject([{ kind: "test" }]);
    expect((await test.call("POST", `${path}/none/test`)).status).toBe(404);
  });
});
