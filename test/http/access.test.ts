import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Access, undeclaredRoutes } from "../../src/http/access.ts";
import { createKeys } from "../../src/http/keys.ts";
import { roles } from "../../src/protocol/agents.ts";
import { type Scope, scopes } from "../../src/protocol/api-keys.ts";
import { adminToken, startTestApp, type TestApp } from "../support/app.ts";
import { person, sequentialIds } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

/** A body with which every endpoint would go on, as `agentId`. */
const bodies: Readonly<Record<string, (agentId: string | undefined) => unknown>> = {
  "POST /api/v1/conversations/:id/claim": (agentId) => ({ agentId }),
  "POST /api/v1/conversations/:id/replies": (agentId) => ({ agentId, text: "Hello" }),
  "POST /api/v1/conversations/:id/notes": (agentId) => ({ agentId, text: "A note" }),
  "POST /api/v1/conversations/:id/hand-back": (agentId) => ({ agentId }),
  "POST /api/v1/conversations/:id/close": (agentId) => ({ agentId, outcome: "resolved" }),
  "POST /api/v1/conversations/:id/requests/:requestId/accept": (agentId) => ({ agentId }),
  "POST /api/v1/conversations/:id/requests/:requestId/reject": (agentId) => ({ agentId, reason: "busy" }),
  "POST /api/v1/agents": () => ({ name: "New" }),
  "PATCH /api/v1/agents/:id": () => ({ presence: "away" }),
  "POST /api/v1/agents/:id/presence": () => ({ presence: "away" }),
  "POST /api/v1/agents/:id/seen": () => ({}),
  "POST /api/v1/agents/:id/hand-over": () => ({}),
  "POST /api/v1/conversations/assign": (byAgentId) => ({ conversationIds: ["con_1"], agentId: "bob", byAgentId }),
  "POST /api/v1/keys": (agentId) => ({ name: "New", scopes: ["keys:write"], agentId }),
};
/** Those that act as an agent, or on one. */
const acting = Object.keys(bodies);

interface Tokens {
  all: string;
  foreign: string;
  bound: string;
  leaver: string;
  readonly without: Map<Access, string>;
  /** Of a person with this role, with every scope. */
  readonly ofRole: Map<string, string>;
}

const test = startTestApp({ open: memoryStore() });
const endpoints = [...test.app.declared].filter(([, access]) => access !== "public" && access !== "signed");

const tokens: Tokens = {
  all: "",
  foreign: "",
  bound: "",
  leaver: "",
  without: new Map(),
  ofRole: new Map(),
};

beforeAll(async () => {
  await test.engine.agents.add(person("ada"));
  await test.engine.agents.add(person("bob"));
  tokens.all = await newKey(test, scopes, null);
  await test.engine.agents.add(person("lee"));
  tokens.bound = await newKey(test, scopes, "bob");
  tokens.leaver = await newKey(test, scopes, "lee");
  await test.engine.agents.change("lee", { leftAt: test.clock.now() });
  for (const role of roles) {
    await test.engine.agents.add(person(`all-${role}`, { role }));
    tokens.ofRole.set(role, await newKey(test, scopes, `all-${role}`));
  }
  for (const scope of scopes) {
    const others = scopes.filter((other) => other !== scope);
    tokens.without.set(scope, await newKey(test, others, null));
  }
  const elsewhere = memoryStore();
  const foreign = createKeys(elsewhere.store, test.clock, sequentialIds("t"), "other");
  const created = await foreign.create({ name: "Foreign", scopes, agentId: null }, null);
  tokens.foreign = created.status === "created" ? created.token : "";
  await elsewhere.close();
});
afterAll(() => test.close());

describe("the router", () => {
  it("has no route that does not say who may call it", () => {
    expect(undeclaredRoutes(test.app)).toEqual([]);
    expect(test.app.declared.size).toBeGreaterThan(25);
  });

  it("is found out, and closed, when it has one", async () => {
    const careless = startTestApp({ open: memoryStore() });
    careless.app.router.get("/api/v1/secrets", (c) => c.text("everything"));
    expect(undeclaredRoutes(careless.app)).toEqual(["GET /api/v1/secrets"]);
    const answer = await careless.call("GET", "/api/v1/secrets");
    expect([answer.status, answer.json.code]).toEqual([500, "internal"]);
    await careless.close();
  });

  it("opens nothing but this to anybody", () => {
    const open = [...test.app.declared].filter(([, access]) => access === "public" || access === "signed");
    expect(open.map(([route]) => route).sort()).toEqual([
      "GET /docs",
      "GET /live",
      "GET /openapi.json",
      "GET /ready",
      "GET /s/:token",
      "GET /webhooks/:channelId",
      "POST /s/:token",
      "POST /webhooks/:channelId",
    ]);
  });
});

describe.each(endpoints)("%s", (endpoint, scope) => {
  it("refuses everybody without a key of this workspace, with one and the same answer", async () => {
    const lastDigit = tokens.all.endsWith("0") ? "1" : "0";
    const strangers = {
      nothing: null,
      garbage: "garbage",
      "another workspace": tokens.foreign,
      "another secret": `${tokens.all.slice(0, -1)}${lastDigit}`,
      "an unknown key": tokens.all.replace(/key_[^_]+/, "key_none"),
      "a prefix": tokens.all.slice(0, -8),
      "almost the admin": `${adminToken}x`,
    };
    for (const [name, token] of Object.entries(strangers)) {
      const { status, json, headers } = await request(endpoint, token, "ada");
      const { instance: _instance, ...answer } = json;
      expect([name, status, headers.get("www-authenticate")]).toEqual([name, 401, "Bearer"]);
      expect(answer).toEqual({
        type: "/docs#problem-unauthenticated",
        title: "No valid API key",
        status: 401,
        code: "unauthenticated",
        detail: expect.any(String),
      });
    }
  });

  it("refuses a key without its scope", async () => {
    const { status, json } = await request(endpoint, tokens.without.get(scope) ?? "", "ada");
    expect([status, json.code, json.detail]).toEqual([403, "missing-scope", `The key needs the scope ${scope}.`]);
  });

  it("refuses the key of somebody who has left", async () => {
    const { status, json } = await request(endpoint, tokens.leaver, "lee");
    expect([status, json.code, json.detail]).toEqual([403, "wrong-agent", "The key's agent has left."]);
  });

  it("lets a key with its scope through", async () => {
    const { status } = await request(endpoint, tokens.all, "ada");
    expect([401, 403, 500]).not.toContain(status);
  });
});

it.each(acting)("%s does not let a bound key act as another agent", async (endpoint) => {
  const { status, json } = await request(endpoint, tokens.bound, "ada");
  expect([status, json.code]).toEqual([403, endpoint === "POST /api/v1/agents" ? "not-allowed" : "wrong-agent"]);
});

describe("what a person may do is the lesser of key and role", () => {
  const notForAgents: readonly Access[] = ["settings:write", "operations", "erase"];
  const cases = roles.flatMap((role) => endpoints.map(([endpoint, scope]) => ({ role, endpoint, scope })));

  it.each(cases)("$role, $scope: $endpoint", async ({ role, endpoint, scope }) => {
    const { status, json } = await request(endpoint, tokens.ofRole.get(role) ?? "", `all-${role}`);
    const isRefusedByRole =
      json?.detail === `The key speaks for all-${role}, whose role ${role} does not allow ${scope}. A lead may.`;
    const isTooMuch = role === "agent" && notForAgents.includes(scope);
    expect([isRefusedByRole, isRefusedByRole && status, isRefusedByRole && json.code]).toEqual(
      isTooMuch ? [true, 403, "not-allowed"] : [false, false, false],
    );
    expect([status, json?.code]).not.toEqual([403, "missing-scope"]);
  });

  it.each(roles)("a key of a person with the role %s still does not do what it was not given", async (role) => {
    const token = await newKey(test, ["conversations:read"], `all-${role}`);
    for (const [endpoint, scope] of endpoints) {
      if (scope === "conversations:read") continue;
      const { status, json } = await request(endpoint, token, `all-${role}`);
      expect([endpoint, status, json.code]).toEqual([endpoint, 403, "missing-scope"]);
    }
  });

  it("holds from the moment the role changes, and for what a key gives to another", async () => {
    await test.engine.agents.add(person("climber", { role: "lead" }));
    const token = await newKey(test, scopes, "climber");
    const operations = () => test.call("GET", "/api/v1/dead-letters", { token });
    expect((await operations()).status).toBe(200);
    await test.engine.agents.change("climber", { role: "agent" });
    expect((await operations()).json.code).toBe("not-allowed");
    const body = { name: "More", scopes: ["operations"], agentId: "climber" };
    const given = await test.call("POST", "/api/v1/keys", { token, body });
    expect([given.status, given.json.code, given.json.detail]).toEqual([
      403,
      "missing-scope",
      "A key cannot give what it does not have: operations.",
    ]);
    const listed = await test.call("GET", "/api/v1/keys", { token });
    expect(listed.json.items.map(({ agentId }: { agentId: string }) => agentId)).toEqual(["climber"]);
  });
});

describe("a key", () => {
  it("cannot give a scope that it does not have", async () => {
    const token = await newKey(test, ["keys:write"], null);
    const answer = await test.call("POST", "/api/v1/keys", { token, body: { name: "More", scopes: ["erase"] } });
    expect([answer.status, answer.json.code]).toEqual([403, "missing-scope"]);
  });

  it("is stored without its secret, listed without its token, and ends when it is revoked", async () => {
    const body = { name: "Console", scopes: ["conversations:read"] };
    const { json } = await test.call("POST", "/api/v1/keys", { body });
    const [document] = await test.store.load([{ kind: "api-key", id: json.id }]);
    const secret = json.token.split("_").at(-1);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(document)).not.toContain(secret);
    const listed = await test.call("GET", "/api/v1/keys");
    expect(listed.json.items[0]).toEqual({ ...json, token: undefined });

    const list = () => test.call("GET", "/api/v1/conversations?phase=bot", { token: json.token });
    expect((await list()).status).toBe(200);
    expect((await test.call("DELETE", `/api/v1/keys/${json.id}`)).status).toBe(200);
    expect((await list()).status).toBe(401);
    expect((await test.call("DELETE", `/api/v1/keys/${json.id}`)).status).toBe(404);
  });

  it("is not created for an agent who does not exist", async () => {
    const body = { name: "Ghost", scopes: ["feed:read"], agentId: "ghost" };
    const answer = await test.call("POST", "/api/v1/keys", { body });
    expect([answer.status, answer.json.code]).toEqual([422, "unknown-agent"]);
  });

  it("never comes into the log", async () => {
    expect(test.log.length).toBeGreaterThan(0);
    const written = JSON.stringify(test.log);
    for (const token of [tokens.all, tokens.bound, adminToken]) expect(written).not.toContain(token);
  });
});

async function request(endpoint: string, token: string | null, agentId: string) {
  const [method = "", pattern = ""] = endpoint.split(" ");
  const path = pattern
    .replace(":requestId", "some-request")
    .replace(":id", endpoint.includes("/agents/") ? "ada" : "x1");
  const query = pattern === "/api/v1/conversations" ? "?phase=bot" : pattern === "/api/v1/search" ? "?q=word" : "";
  if (pattern === "/api/v1/feed") return requestFeed(path, token);
  const body = bodies[endpoint]?.(agentId);
  return test.call(method, `${path}${query}`, { token, ...(body === undefined ? {} : { body }) });
}

/** The feed goes on: its head is enough. */
async function requestFeed(path: string, token: string | null) {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const response = await test.app.request(path, { headers: new Headers(Object.entries(headers)) });
  const json = response.status === 200 ? null : await response.json();
  if (response.status === 200) await response.body?.cancel();
  return { status: response.status, headers: response.headers, json };
}

async function newKey(app: TestApp, wanted: readonly Scope[], agentId: string | null): Promise<string> {
  const body = { name: "Key of a test", scopes: wanted, agentId };
  const { json } = await app.call("POST", "/api/v1/keys", { body });
  return json.token;
}
