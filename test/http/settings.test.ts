import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { moments } from "../../src/core/messages/moment.ts";
import { maxMembers } from "../../src/core/settings/limits.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";
import { settingsBody, settingsCollections } from "../../src/protocol/settings.ts";
import { settingsMoments } from "../../src/protocol/settings-names.ts";
import { text } from "../core/settings/examples.ts";
import { adminToken, channelId, startTestApp, type TestApp } from "../support/app.ts";
import { memoryStore } from "../support/memory-store.ts";
import { quietSettings } from "../support/quiet-settings.ts";

const base = "/api/v1/settings";
const named = (name: string) => ({ company: { ...quietSettings.company, name } });
let test: TestApp;

beforeEach(() => {
  test = startTestApp({ open: memoryStore() });
});
afterEach(() => test.close());

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return test.call(method, `${base}${path}`, { ...(body === undefined ? {} : { body }), headers });
}

async function draft(changes: object, name = "A draft"): Promise<string> {
  const created = await call("POST", "/drafts", { name, changes });
  expect(created.status, created.text).toBe(200);
  return created.json.id;
}

async function publish(changes: object, note = "") {
  return call("POST", `/drafts/${await draft(changes)}/publish`, { note });
}

const versionInForce = async () => (await call("GET", "")).json.number;

describe("the settings in force", () => {
  it("are what the workspace starts with, written by nobody", async () => {
    const { json } = await call("GET", "");
    expect(json).toEqual({
      ...{ number: 0, author: null, note: "", at: null, base: null, draft: null, restoredFrom: null, parts: [] },
      settings: quietSettings,
    });
    expect((await call("GET", "/versions")).json).toEqual({ items: [], next: null });
  });

  it("come from a draft: begun, changed, compared, checked, published", async () => {
    const id = await draft({ ...named("Northwind"), "rules/request": null }, "Our name");
    const change = {
      changes: { "texts/hi": text("hi", { en: "Hi" }) },
      undo: ["rules/request"],
      note: "name",
      revision: 1,
    };
    expect((await call("PATCH", `/drafts/${id}`, change)).json).toMatchObject({
      revision: 2,
      parts: ["company", "texts/hi"],
    });
    const { json: shown } = await call("GET", `/drafts/${id}`);
    expect(shown).toMatchObject({ name: "Our name", author: "admin", version: 0, isPublishable: true, problems: [] });
    expect(shown.changes).toEqual([
      { part: "company", before: quietSettings.company, after: named("Northwind").company },
      { part: "texts/hi", before: null, after: text("hi", { en: "Hi" }) },
    ]);
    const { json: published } = await call("POST", `/drafts/${id}/publish`, { revision: 2 });
    expect(published).toMatchObject({
      status: "published",
      version: {
        number: 1,
        author: "admin",
        note: "name",
        base: 0,
        draft: { id, name: "Our name" },
        restoredFrom: null,
      },
    });
    expect((await call("GET", "")).json.settings.company.name).toBe("Northwind");
    expect((await call("GET", "/versions")).json.items).toEqual([published.version]);
    expect((await call("GET", "/versions/1")).json).toMatchObject(published.version);
    expect((await call("GET", "/versions/1/diff")).json).toMatchObject({
      number: 1,
      against: 0,
      changes: shown.changes,
    });
    expect((await call("GET", "/versions/2")).status).toBe(404);
    expect((await call("GET", `/drafts/${id}`)).status).toBe(404);
  });

  it("change at once for the next customer who writes", async () => {
    const introduction = text("intro", { en: "Welcome to Northwind!" }, { moment: "bot.introduction" });
    await publish({ "texts/no-introduction": null, "texts/intro": introduction });
    const { json } = await test.write("hello");
    await test.settle();
    expect(test.delivered[0]?.text).toContain("Welcome to Northwind!");
    const receipts = await call("GET", "/texts/intro/receipts?version=1");
    expect(receipts.json).toEqual({ items: [{ conversationId: json.conversationId }], next: null });
  });

  it("come back wholly or one text alone", async () => {
    await publish({ ...named("One"), "texts/hi": text("hi", { en: "one" }) });
    await publish({ ...named("Two"), "texts/hi": text("hi", { en: "two" }) });
    const alone = await call("POST", "/versions/1/restore", { parts: ["texts/hi"], note: "was better" });
    expect(alone.json.version).toMatchObject({ number: 3, restoredFrom: 1, note: "was better", parts: ["texts/hi"] });
    expect((await call("GET", "")).json.settings).toMatchObject({
      company: { name: "Two" },
      texts: { hi: { byLocale: { en: "one" } } },
    });
    expect((await call("POST", "/versions/0/restore", {})).json.version).toMatchObject({ number: 4, restoredFrom: 0 });
    expect((await call("POST", "/versions/0/restore", {})).json.code).toBe("nothing-to-publish");
    const unknown = await call("POST", "/versions/1/restore", { parts: ["texts/never"] });
    expect([unknown.status, unknown.json.errors[0].path]).toEqual([422, "body.parts"]);
  });
});

describe("publishing", () => {
  it("is refused with the part and place of every error, and what is in force stays", async () => {
    const id = await draft({
      "texts/hi": text("hi", { en: "{{ nobody }}" }),
      "texts/loop": text("loop", { de: "{% for a in b %}{{ a }}{% endfor %}" }),
      "queues/chat": { ...quietSettings.queues.chat, teams: ["gone"] },
    });
    const refused = await call("POST", `/drafts/${id}/publish`, {});
    expect([refused.status, refused.json.code]).toEqual([422, "settings-invalid"]);
    const places = refused.json.errors.map(({ path }: { path: string }) => path);
    expect(places).toEqual(
      expect.arrayContaining(["texts/hi.byLocale.en", "texts/loop.byLocale.de", "queues/chat.teams.0"]),
    );
    const checked = await call("POST", `/drafts/${id}/check`);
    expect(checked.json).toMatchObject({ isPublishable: false, version: 0 });
    expect(await versionInForce()).toBe(0);
  });

  it("is refused while somebody else's version of the part is unseen", async () => {
    const mine = await draft(named("Mine"));
    await publish(named("Theirs"));
    const refused = await call("POST", `/drafts/${mine}/publish`, {});
    expect([refused.status, refused.json.code]).toEqual([409, "settings-conflict"]);
    expect(refused.json.errors).toEqual([{ path: "company", message: "was published in version 1 by admin" }]);
    expect((await call("POST", `/drafts/${mine}/rebase`, { version: 1 })).json).toMatchObject({ baseVersion: 1 });
    expect((await call("POST", `/drafts/${mine}/publish`, {})).json.version.number).toBe(2);
  });

  it("waits for its time, and can be called off", async () => {
    const id = await draft(named("Northwind"));
    const at = new Date(test.clock.now() + 60_000).toISOString();
    const scheduled = await call("POST", `/drafts/${id}/publish`, { at, note: "Monday" });
    expect(scheduled.json).toMatchObject({
      status: "scheduled",
      draft: { schedule: { at, by: "admin", note: "Monday" } },
    });
    const again = await call("POST", `/drafts/${id}/publish`, { at, note: "Monday", revision: 1 });
    expect(again.json).toEqual(scheduled.json);
    const later = { at: new Date(Date.parse(at) + 60_000).toISOString(), note: "Monday" };
    expect((await call("POST", `/drafts/${id}/publish`, later)).json.code).toBe("draft-scheduled");
    expect((await call("PATCH", `/drafts/${id}`, { name: "x" })).json.code).toBe("draft-scheduled");
    expect((await call("DELETE", `/drafts/${id}/schedule`)).json).toMatchObject({ schedule: null });
    expect((await call("DELETE", `/drafts/${id}/schedule`)).status).toBe(404);
    test.clock.advance(60_000);
    await test.settle();
    expect(await versionInForce()).toBe(0);
    await call("POST", `/drafts/${id}/publish`, { at: new Date(test.clock.now() + 1).toISOString() });
    test.clock.advance(1);
    await test.settle();
    expect(await versionInForce()).toBe(1);
    const past = await call("POST", `/drafts/${await draft(named("x"))}/publish`, { at });
    expect([past.status, past.json.errors[0].path]).toEqual([422, "body.at"]);
  });

  it("happens once for a repeated request, as beginning a draft does", async () => {
    const headers = { "idempotency-key": "k" };
    const begin = (name: string) => call("POST", "/drafts", { name, changes: named("Northwind") }, headers);
    const [first, again] = [await begin("A"), await begin("A")];
    expect(again.json).toEqual(first.json);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect((await begin("B")).json.code).toBe("idempotency-key-reused");
    const path = `/drafts/${first.json.id}/publish`;
    const [once, twice] = [await call("POST", path, {}, headers), await call("POST", path, {}, headers)];
    expect(twice.json).toEqual(once.json);
    expect(twice.headers.get("idempotency-replayed")).toBe("true");
    expect((await call("GET", "/versions")).json.items).toHaveLength(1);
  });

  it("waits for its time once for a repeated request, whatever has become of it since", async () => {
    const id = await draft(named("Northwind"));
    const at = new Date(test.clock.now() + 60_000).toISOString();
    const schedule = (key: string, body: object = { at }) =>
      call("POST", `/drafts/${id}/publish`, body, { "idempotency-key": key });
    const first = await schedule("k");
    expect(first.json).toMatchObject({ status: "scheduled", draft: { schedule: { at }, parts: ["company"] } });
    const expectFirst = async () => {
      const again = await schedule("k");
      expect([again.status, again.json]).toEqual([200, first.json]);
      expect(again.headers.get("idempotency-replayed")).toBe("true");
    };
    await expectFirst();
    expect((await schedule("k", { at, note: "Monday" })).json.code).toBe("idempotency-key-reused");
    await call("DELETE", `/drafts/${id}/schedule`);
    await expectFirst();
    expect((await call("GET", `/drafts/${id}`)).json).toMatchObject({ schedule: null });
    expect((await schedule("l")).json).toMatchObject({ status: "scheduled", draft: { schedule: { at } } });
    // Agreed on already, under another key: that one has an answer of its own from now on.
    const agreed = await schedule("m");
    test.clock.advance(60_000);
    await test.settle();
    expect(await versionInForce()).toBe(1);
    await expectFirst();
    expect((await schedule("m")).json).toEqual(agreed.json);
    expect((await schedule("n")).json.errors[0].path).toBe("body.at");
  });

  it("names the key that did it, and takes the scope for it", async () => {
    const { json: key } = await test.call("POST", "/api/v1/keys", {
      body: { name: "Lead", scopes: ["settings:read"] },
    });
    const reading = await test.call("GET", base, { token: key.token });
    const writing = await test.call("POST", `${base}/drafts`, { token: key.token, body: { name: "x" } });
    expect([reading.status, writing.status, writing.json.code]).toEqual([200, 403, "missing-scope"]);
    const body = { name: "Lead", scopes: ["settings:read", "settings:write"] };
    const { json: writer } = await test.call("POST", "/api/v1/keys", { body });
    const begun = await test.call("POST", `${base}/drafts`, { token: writer.token, body: { name: "x" } });
    expect(begun.json.author).toBe(`key:${writer.id}`);
  });
});

describe("what is written", () => {
  const { danger } = starterSettings.rules;
  const { id: _, ...withoutId } = text("hi", { en: "Hi" });
  const nothing = { notify: [], priority: null, queue: null };
  const sla = {
    ...{ id: "fast", name: "Fast", position: 1, applies: { priorities: [], channels: [], teams: [] } },
    ...{ targets: { firstResponse: 5, nextResponse: null, resolution: null }, onWarning: nothing, onBreach: nothing },
  };
  const cases: readonly [what: string, changes: object, path: string, message: string][] = [
    [
      "an unknown field",
      { company: { ...quietSettings.company, colour: "red" } },
      "company.colour",
      "is not a field that exists here",
    ],
    ["a wrong type", { "rules/danger": { ...danger, position: "first" } }, "rules/danger.position", "must be number"],
    ["a missing field", { "texts/hi": withoutId }, "texts/hi.id", "is missing; it must be string"],
    [
      "none of several kinds",
      { "slas/fast": sla },
      "slas/fast.hours",
      "is missing; it must be one of: team, always, object",
    ],
    ["another part's id", { "texts/hi": text("ho", { en: "Hi" }) }, "texts/hi.id", "must be hi, as the part is called"],
    [
      "an unknown signal",
      { "rules/danger": { ...danger, when: [{ type: "signal", is: ["doom"] }] } },
      "rules/danger.when.0.is.0",
      "must be a signal",
    ],
    [
      "a phrase of 30,000 characters",
      { "phrases/long": { id: "long", name: "Long", policy: "none", phrases: ["x".repeat(30_000)] } },
      "phrases/long.phrases.0",
      "must be at most 200 characters long",
    ],
    ["a section that is removed", { detection: null }, "detection", "can be changed and not removed"],
    ["a part that does not exist", { "colours/red": {} }, "colours/red", "is no part of the settings"],
    [
      "a part called like nothing else",
      { "rules/constructor": danger },
      "rules/constructor",
      "is no part of the settings",
    ],
    ["a part with anybody's words in its name", { "rules/secret words": null }, "*", "is no part of the settings"],
  ];

  it.each(cases)("is refused with %s, and where it is", async (_what, changes, path, message) => {
    const answer = await call("POST", "/drafts", { name: "x", changes });
    expect([answer.status, answer.json.code]).toEqual([422, "invalid"]);
    expect(answer.json.errors[0]).toEqual({ path: `body.changes.${path}`, message: expect.stringContaining(message) });
    expect(answer.text).not.toContain("secret words");
    expect((await call("GET", "/drafts")).json.items).toEqual([]);
  });

  it("is refused with more rules than there may be, before any of them is read", async () => {
    const changes = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`rules/r${index}`, 0]));
    const answer = await call("POST", "/drafts", { name: "x", changes });
    expect(answer.json.errors).toEqual([{ path: "body.changes.rules", message: "are 3000; there may be at most 200" }]);
  });

  it("is refused with the place when it is a book", async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`rules/r${index}`, danger]));
    const rules = (await call("POST", "/drafts", { name: "x", changes: many })).json;
    expect(rules.errors).toEqual([{ path: "body.changes.rules", message: "are 10000; there may be at most 200" }]);
    const phrase = { id: "p", name: "P", policy: "none", phrases: ["x".repeat(100_000)] };
    const phrases = (await call("POST", "/drafts", { name: "x", changes: { "phrases/p": phrase } })).json;
    expect(phrases.errors[0].path).toMatch(/^body\.changes\.phrases\/p/);
    expect(await versionInForce()).toBe(0);
  });

  it("is refused unread when it is a library", async () => {
    const changes = { "phrases/p": "x".repeat(9 * 1024 * 1024) };
    expect((await call("POST", "/drafts", { name: "x", changes })).json.code).toBe("too-large");
  });

  it("is described by a schema that the starter set fits and that knows every moment and limit", () => {
    expect(settingsBody.parse(starterSettings)).toEqual(starterSettings);
    expect(settingsMoments).toEqual(moments);
    const limits = Object.entries(settingsCollections).map(([name, { most }]) => [name, most]);
    expect(Object.fromEntries(limits)).toEqual(maxMembers);
  });
});

describe("a preview", () => {
  it("shows a draft's texts over languages and channels", async () => {
    const id = await draft({ ...named("Contoso"), "texts/offer": text("offer", { de: "{{ company_name }}?" }) });
    const wanted = { moments: ["handoff.offer"], locales: ["de", "ar"], channels: [channelId, "whatsapp"] };
    const { json } = await call("POST", `/drafts/${id}/preview`, wanted);
    expect(json.items).toHaveLength(4);
    expect(json.items[0]).toEqual({
      ...{ moment: "handoff.offer", locale: "de", channel: channelId, textId: "offer", isMuted: false },
      ...{ textLocale: "de", text: "Contoso?", shortest: "Contoso?" },
    });
    expect(json.items[3]).toMatchObject({ channel: "whatsapp", textId: "built-in:handoff.offer:ar" });
    const all = await call("POST", `/drafts/${id}/preview`, {});
    expect(all.json.items.map(({ moment }: { moment: string }) => moment)).toEqual([...moments]);
    expect((await call("GET", "")).json.settings.company.name).toBe("");
  });
});

describe("switches", () => {
  const inAnHour = () => new Date(test.clock.now() + 3_600_000).toISOString();

  it("act at once, end by themselves, and are kept with who used them", async () => {
    const until = inAnHour();
    const at = new Date(test.clock.now()).toISOString();
    expect((await call("PUT", "/switches/closed", { until })).json).toEqual({
      closed: { until, by: "admin", at },
      incident: null,
    });
    const byLocale = { en: "Payments are delayed.", de: "Zahlungen dauern heute länger." };
    expect((await call("PUT", "/switches/incident", { until, byLocale })).json.incident).toMatchObject({ byLocale });
    expect((await call("DELETE", "/switches/incident")).json.incident).toBeNull();
    test.clock.advance(3_600_000);
    expect((await call("GET", "/switches")).json).toEqual({ closed: null, incident: null });
    const { items } = (await call("GET", "/switch-changes")).json;
    expect(items.map((use: { switch: string; until: string | null }) => [use.switch, use.until])).toEqual([
      ["incident", null],
      ["incident", until],
      ["closed", until],
    ]);
  });

  it.each([
    ["closed", { until: "2026-11-21T08:00:00Z" }, "body.until"],
    ["closed", { until: "2027-01-21T08:00:00Z" }, "body.until"],
    ["closed", {}, "body.until"],
    ["incident", { until: "2026-11-22T08:00:00Z", byLocale: {} }, "body.byLocale"],
    ["incident", { until: "2026-11-22T08:00:00Z", byLocale: { en: " " } }, "body.byLocale.en"],
  ])("do not take %s with %j", async (name, body, path) => {
    const answer = await call("PUT", `/switches/${name}`, body);
    expect([answer.status, answer.json.errors[0].path]).toEqual([422, path]);
    expect((await call("GET", "/switch-changes")).json.items).toEqual([]);
  });
});

it("needs a key for everything", async () => {
  for (const path of ["", "/versions", "/drafts", "/switches", "/switch-changes"]) {
    expect((await test.call("GET", `${base}${path}`, { token: null })).status).toBe(401);
    expect((await test.call("GET", `${base}${path}`, { token: adminToken })).status).toBe(200);
  }
});
