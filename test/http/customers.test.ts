import { afterEach, beforeEach, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

let test: TestApp;
let kim: string;

beforeEach(async () => {
  test = startTestApp({ open: memoryStore() });
  for (const id of ["kim", "lou"]) await test.engine.agents.add(person(id));
  const body = { name: "kim", scopes: ["conversations:read"], agentId: "kim" };
  kim = (await test.call("POST", "/api/v1/keys", { body })).json.token;
});
afterEach(() => test.close());

const upload = (text: string) =>
  test.app.request("/api/v1/customers/import", {
    method: "POST",
    headers: { authorization: "Bearer admin-token-of-the-tests", "content-type": "text/csv" },
    body: text,
  });

const list = (query: string, token?: string) =>
  test.call("GET", `/api/v1/customers?${query}`, token === undefined ? {} : { token });

it("are listed by who looks after them, page by page, and no longer when somebody else does", async () => {
  const lines = ["Ada,kim", "Bea,lou", "Cleo,kim", "Dora,"].map((line, index) => `main.api,c${index},${line}`);
  expect((await upload(["channel,address,name,owner", ...lines].join("\n"))).status).toBe(200);
  const first = await list("accountOwnerId=kim&limit=1");
  const second = await list(`accountOwnerId=kim&limit=1&cursor=${first.json.next}`);
  const names = [...first.json.items, ...second.json.items].map(({ name }: { name: string }) => name);
  expect([names.toSorted(), second.json.next]).toEqual([["Ada", "Cleo"], null]);

  const { id } = first.json.items[0];
  await test.call("PATCH", `/api/v1/customers/${id}`, { body: { accountOwnerId: "lou" } });
  expect((await list("accountOwnerId=kim")).json.items).toHaveLength(1);
  expect((await list("accountOwnerId=lou")).json.items).toHaveLength(2);
  expect((await list("")).json.errors).toMatchObject([{ path: "query.accountOwnerId" }]);
});

it("are an agent's own to list, and nobody else's", async () => {
  expect((await list("accountOwnerId=kim", kim)).status).toBe(200);
  const others = await list("accountOwnerId=lou", kim);
  expect([others.status, others.json.code]).toEqual([403, "wrong-agent"]);
});

it("cannot be imported from five megabytes of separators, and the answer says why", async () => {
  const refused = await upload(",".repeat(5_000_000));
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ code: "invalid", detail: "Line 1: A line holds at most 100 values." });
});
