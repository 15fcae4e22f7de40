import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HandoffOutcome } from "../../src/core/rules/rule.ts";
import { handoff, rule } from "../core/policies.ts";
import { text } from "../core/settings/examples.ts";
import { channelId, startTestApp, type TestApp } from "../support/app.ts";
import { memoryStore } from "../support/memory-store.ts";
import { quietSettings } from "../support/quiet-settings.ts";

const base = "/api/v1/settings";
let test: TestApp;
/** Everything that anybody wrote into the store. */
let commits = 0;

beforeEach(() => {
  const { store, close } = memoryStore();
  commits = 0;
  const commit: typeof store.commit = (given) => {
    commits += 1;
    return store.commit(given);
  };
  test = startTestApp({ open: { store: { ...store, commit }, close } });
});
afterEach(() => test.close());

async function draft(changes: object): Promise<string> {
  const created = await test.call("POST", `${base}/drafts`, { body: { name: "A draft", changes } });
  expect(created.status, created.text).toBe(200);
  return created.json.id;
}

async function tried(path: string, body: object) {
  const { status, json, text: answer } = await test.call("POST", `${base}${path}`, { body });
  expect(status, answer).toBe(200);
  return json;
}

const toMail: HandoffOutcome = handoff({ destination: { type: "queue", id: "e-mail" }, priority: "high" });

describe("trying messages on what is in force", () => {
  it("says what was heard with its words, which rule decided, how, and what the customer would read", async () => {
    const { version, messages } = await tried("/try", {
      messages: ["where is my order", "I want to talk to a person"],
    });
    expect(version).toBe(0);
    const [first, second] = messages;
    expect(first).toMatchObject({
      phase: "bot",
      decisions: [
        { on: "message", action: "bot", signals: [] },
        { on: "answer", said: [{ author: "bot", moment: null, text: "…" }] },
      ],
    });
    expect(second).toMatchObject({ phase: "queue", language: "en" });
    expect(second.decisions).toMatchObject([
      {
        ...{
          action: "handoff",
          reason: "explicit-request",
          priority: "normal",
          destination: { type: "queue", id: "chat" },
        },
        rule: { id: "request", name: "Asks for a person" },
        said: [{ author: "system", moment: "handoff.confirmation" }],
      },
    ]);
    expect(second.decisions[0].signals).toEqual([{ id: "explicit-request", detail: null, words: "talk to a person" }]);
    expect(second.decisions[0].trace).toContain("Asks for a person (request): matched: handoff to queue Chat");
  });

  it("goes on where the message before has led: an offer is accepted, and who waits is not asked again", async () => {
    const { messages } = await tried("/try", { messages: ["this is so frustrating", "yes please", "are you there?"] });
    expect(messages.map(({ phase }: { phase: string }) => phase)).toEqual(["bot", "queue", "queue"]);
    const decisions = messages.map(({ decisions: [first] }: { decisions: object[] }) => first);
    expect(decisions).toMatchObject([
      { action: "offer", said: [{ moment: "handoff.offer", choices: ["Talk to a person", "Keep going"] }] },
      { action: "handoff", signals: [{ id: "explicit-request", detail: "offer-accepted" }] },
      { action: "none", trace: null, rule: null },
    ]);
  });

  it("says the introduction and the limits of the assistant as customers meet them", async () => {
    const { detection } = quietSettings;
    const id = await draft({
      "texts/no-introduction": null,
      detection: { ...detection, botTurns: 2 },
    });
    const { messages } = await tried(`/drafts/${id}/try`, { messages: ["Where is my parcel?", "And my invoice?"] });
    expect(messages[0].decisions[1].said[0].text).toMatch(/AI\b.*\n\n…$/s);
    expect(messages[1].decisions[1]).toMatchObject({ on: "answer", action: "offer", signals: [{ id: "turn-budget" }] });
  });
});

describe("trying messages on a draft", () => {
  it("knows the customer's properties, tags, language and name, and the channel", async () => {
    const gold = rule("gold", {
      position: 1,
      name: "Gold customers",
      when: [
        { type: "property", name: "plan", is: ["gold"], mustBeTrusted: true },
        { type: "tag", is: ["vip"] },
        { type: "language", is: ["de"] },
        { type: "channel", is: ["api"] },
      ],
      then: toMail,
    });
    const hello = text("hello", { de: "Einen Moment, {{ customer_name }}." }, { moment: "handoff.confirmation" });
    const id = await draft({ "rules/gold": gold, "texts/hello": hello });
    const known = { locale: "de", name: "Ana", tags: ["vip"], channel: { id: channelId }, messages: ["Hallo"] };
    const trusted = await tried(`/drafts/${id}/try`, { ...known, properties: { plan: "gold" } });
    expect(trusted).toMatchObject({ draftId: id, messages: [{ phase: "queue" }] });
    expect(trusted.messages[0].decisions[0]).toMatchObject({
      rule: { id: "gold", name: "Gold customers" },
      said: [{ text: "Einen Moment, Ana." }],
    });
    const shown = await tried(`/drafts/${id}/try`, { ...known, shownProperties: { plan: "gold" } });
    expect(shown.messages[0]).toMatchObject({ phase: "bot" });
    expect(shown.messages[0].decisions[0].trace).toContain("found a value that is not trusted");
    const elsewhere = await tried(`/drafts/${id}/try`, {
      ...{ ...known, properties: { plan: "gold" } },
      channel: { kind: "whatsapp" },
    });
    expect(elsewhere.messages[0].phase).toBe("bot");
  });

  it("is about the hour that is named", async () => {
    const day = [{ from: "09:00", to: "17:00" }];
    const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] };
    const hours = { id: "office", name: "Office", timeZone: "UTC", week, exceptions: [] };
    const id = await draft({
      "hours/office": hours,
      "teams/support": { id: "support", name: "support", hours: "office" },
    });
    const momentAt = async (at: string) => {
      const { messages } = await tried(`/drafts/${id}/try`, { at, messages: ["I want a human"] });
      return messages[0].decisions[0].said[0].moment;
    };
    expect(await momentAt("2026-11-23T10:00:00Z")).toBe("handoff.confirmation");
    expect(await momentAt("2026-11-22T10:00:00Z")).toBe("handoff.after_hours");
  });

  it("names what a message shows once, in however many places it stands", async () => {
    const refund = { id: "refund", name: "Refund", phrases: ["refund"], policy: "handoff" };
    const id = await draft({ "phrases/refund": refund });
    const { messages } = await tried(`/drafts/${id}/try`, { messages: ["refund! ".repeat(400)] });
    expect(messages[0].decisions[0].signals).toEqual([{ id: "phrase", detail: "refund", words: "refund" }]);
  });

  it("goes on where its hours cannot be counted with: that is for its check to say", async () => {
    const { always } = quietSettings.hours;
    const monday = [{ from: "24:00", to: "24:00" }];
    for (const change of [{ timeZone: "Mars/Olympus" }, { week: { ...always?.week, monday } }]) {
      const id = await draft({ "hours/always": { ...always, ...change } });
      const { messages } = await tried(`/drafts/${id}/try`, { messages: ["I want to talk to a person"] });
      expect(messages[0]).toMatchObject({ phase: "queue", decisions: [{ action: "handoff" }] });
    }
  });

  it("stores nothing, tells nobody and asks no bot (I16)", async () => {
    const id = await draft({ "rules/all": rule("all", { then: toMail }) });
    const before = commits;
    await tried(`/drafts/${id}/try`, { messages: ["hello", "I want a person", "this is terrible"] });
    await test.settle();
    expect(commits).toBe(before);
    expect(test.delivered).toEqual([]);
  });
});

describe("a trial that cannot be", () => {
  it.each([
    ["without messages", { messages: [] }, "body.messages"],
    ["with too many", { messages: Array.from({ length: 21 }, () => "hi") }, "body.messages"],
    ["with a blank one", { messages: [" "] }, "body.messages.0"],
    ["on a channel that is not there", { messages: ["hi"], channel: { id: "main.gone" } }, "body.channel.id"],
    ["at no time", { messages: ["hi"], at: "noon" }, "body.at"],
  ])("is refused with its place: %s", async (_what, body, path) => {
    const { status, json } = await test.call("POST", `${base}/try`, { body });
    expect([status, json.errors[0].path]).toEqual([422, path]);
  });

  it("needs a draft that is there, and a key that may read settings", async () => {
    expect((await test.call("POST", `${base}/drafts/drf_none/try`, { body: { messages: ["hi"] } })).status).toBe(404);
    const body = { name: "console", scopes: ["conversations:read"] };
    const { token } = (await test.call("POST", "/api/v1/keys", { body })).json;
    const refused = await test.call("POST", `${base}/try`, { body: { messages: ["hi"] }, token });
    expect([refused.status, refused.json.code]).toEqual([403, "missing-scope"]);
  });
});
