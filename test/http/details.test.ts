import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

let test: TestApp;
let conversation: string;

beforeEach(async () => {
  test = startTestApp({ open: memoryStore() });
  await test.engine.agents.add(person("ada", { presence: "away" }));
  const { json } = await test.write("My parcel is late");
  await test.settle();
  conversation = `/api/v1/conversations/${json.conversationId}`;
});
afterEach(() => test.close());

describe("a flag", () => {
  it("of another system brings a person, who reads why", async () => {
    const flagged = await command("flag", { flag: "complex", reason: "Three parcels, two refunds" });
    expect(flagged.status).toBe(200);
    expect(flagged.json).toMatchObject({
      phase: "queue",
      handoff: { reason: "flag", evidence: [{ signal: "flag", detail: "complex", messageSeq: null }] },
    });
    const notes = (await messages()).filter(({ author }) => author.type === "note");
    expect(notes).toMatchObject([{ author: { agentId: null }, content: { text: "Three parcels, two refunds" } }]);
  });

  it("needs no reason, and a key that belongs to nobody or to an agent", async () => {
    const key = { name: "Workflow", scopes: ["conversations:write"] };
    const asSystem = (await test.call("POST", "/api/v1/keys", { body: key })).json.token;
    const asAda = (await test.call("POST", "/api/v1/keys", { body: { ...key, agentId: "ada" } })).json.token;
    for (const token of [asSystem, asAda]) {
      const flagged = await test.call("POST", `${conversation}/flag`, { token, body: { flag: "urgent" } });
      expect([flagged.status, flagged.json.phase]).toEqual([200, "queue"]);
    }
    const reader = { name: "Reader", scopes: ["conversations:read"] };
    const { token } = (await test.call("POST", "/api/v1/keys", { body: reader })).json;
    const refused = await test.call("POST", `${conversation}/flag`, { token, body: { flag: "urgent" } });
    expect([refused.status, refused.json.code]).toEqual([403, "missing-scope"]);
  });

  it("that is repeated under the same Idempotency-Key is raised once", async () => {
    const headers = { "idempotency-key": "flag-1" };
    const body = { flag: "complex", reason: "Three parcels" };
    const flag = () => test.call("POST", `${conversation}/flag`, { body, headers });
    expect((await flag()).headers.get("idempotency-replayed")).toBeNull();
    expect((await flag()).headers.get("idempotency-replayed")).toBe("true");
    expect((await messages()).filter(({ author }) => author.type === "note")).toHaveLength(1);
  });

  it.each([
    [{}, "body.flag"],
    [{ flag: "Complex" }, "body.flag"],
    [{ flag: "9lives" }, "body.flag"],
    [{ flag: "so complex" }, "body.flag"],
    [{ flag: "x".repeat(41) }, "body.flag"],
    [{ flag: "complex", reason: " " }, "body.reason"],
    [{ flag: "complex", reason: "x".repeat(2001) }, "body.reason"],
  ])("is refused as %j", async (body, path) => {
    const refused = await command("flag", body);
    expect([refused.status, refused.json.code, refused.json.errors[0].path]).toEqual([422, "invalid", path]);
    expect((await test.call("GET", conversation)).json.phase).toBe("bot");
  });
});

describe("tags and properties", () => {
  const change = (body: unknown) => test.call("PATCH", conversation, { body });

  it("are added, changed and removed; what is not named stays", async () => {
    await change({ addTags: ["vip", "late parcel"], properties: { plan: "gold", region: "eu" } });
    const { status, json } = await change({
      addTags: ["vip", "refund"],
      removeTags: ["late parcel", "never there"],
      properties: { plan: "silver", region: null, gone: null },
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({ tags: ["vip", "refund"], phase: "bot" });
    expect(json.properties).toEqual({ plan: { value: "silver", isTrusted: true } });
    expect((await test.call("GET", conversation)).json).toEqual(json);
  });

  it.each([
    [{}, "body"],
    [{ tags: ["vip"] }, "body.tags"],
    [{ addTags: ["VIP"] }, "body.addTags.0"],
    [{ addTags: ["-vip"] }, "body.addTags.0"],
    [{ addTags: ["ok", "x".repeat(41)] }, "body.addTags.1"],
    [{ removeTags: Array(51).fill("vip") }, "body.removeTags"],
    [{ properties: { "My plan": "gold" } }, "body.properties"],
    [{ properties: { constructor: "gold" } }, "body.properties"],
    [{ properties: { plan: 7 } }, "body.properties.plan"],
    [{ properties: { plan: "x".repeat(201) } }, "body.properties.plan"],
    [{ properties: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`p${at}`, "x"])) }, "body.properties"],
  ])("are refused as %j", async (body, path) => {
    const refused = await change(body);
    expect([refused.status, refused.json.code, refused.json.errors[0].path]).toEqual([422, "invalid", path]);
    expect(refused.text).not.toMatch(/My plan|gold/);
    expect((await test.call("GET", conversation)).json).toMatchObject({ tags: [], properties: {} });
  });

  it("of a conversation that is not there are 404", async () => {
    const nowhere = await test.call("PATCH", "/api/v1/conversations/con_none", { body: { addTags: ["vip"] } });
    expect([nowhere.status, nowhere.json.code]).toEqual([404, "not-found"]);
  });
});

describe("the language", () => {
  it("is what an agent says it is, whatever is written or sent later", async () => {
    const set = await command("language", { agentId: "ada", locale: "PT-br" });
    expect(set.json).toMatchObject({ locale: "pt-BR", localeSource: "agent" });
    await test.write("I would like to know where my parcel is, please");
    expect((await test.call("GET", conversation)).json).toMatchObject({ locale: "pt-BR", localeSource: "agent" });
  });

  it.each(["", "english", "de_DE", "d", "de-", "x".repeat(36), "en-a"])("is not %j", async (locale) => {
    const refused = await command("language", { agentId: "ada", locale });
    expect([refused.status, refused.json.errors[0].path]).toEqual([422, "body.locale"]);
  });

  it("is an agent's to say", async () => {
    expect((await command("language", { locale: "de" })).json.errors[0].path).toBe("body.agentId");
    expect((await command("language", { agentId: "ghost", locale: "de" })).json.code).toBe("unknown-agent");
  });
});

describe("a restraint", () => {
  it("is shown with its end, and lifted by an agent", async () => {
    for (let insults = 0; insults < 5; insults++) {
      const { json } = await test.write("you are a fucking idiot", { from: "rude" });
      await test.settle();
      conversation = `/api/v1/conversations/${json.conversationId}`;
    }
    const restrained = (await test.call("GET", conversation)).json;
    const until = new Date(test.clock.now() + 30 * 60_000).toISOString();
    expect(restrained.restraint).toEqual({ type: "limited", until });
    expect((await command("restraint/lift", {})).json.errors[0].path).toBe("body.agentId");
    expect((await command("restraint/lift", { agentId: "ada" })).json.restraint).toBeNull();
    expect((await command("restraint/lift", { agentId: "ada" })).status).toBe(200);
  });
});

function command(what: string, body: unknown) {
  return test.call("POST", `${conversation}/${what}`, { body });
}

interface Shown {
  readonly author: { readonly type: string };
}

async function messages(): Promise<readonly Shown[]> {
  return (await test.call("GET", `${conversation}/messages`)).json.items;
}
