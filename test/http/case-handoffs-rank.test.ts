import { afterEach, beforeEach, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

let test: TestApp;
const keys: Record<string, string> = {};
const path = "/api/v1/case-handoffs";
const ofAda = { subjectId: "ada", target: { type: "employee", id: "kim" }, leaves: true };

/** Lea leads; Ada and Adam are administrators. */
beforeEach(async () => {
  test = startTestApp({ open: memoryStore() });
  await test.engine.start();
  for (const [id, role] of [["lea", "lead"] as const, ["ada", "admin"] as const, ["adam", "admin"] as const]) {
    await test.engine.agents.add(person(id, { role, teamIds: ["support"] }));
    const key = await test.call("POST", "/api/v1/keys", {
      body: { name: id, scopes: ["agents:write"], agentId: id },
    });
    keys[id] = key.json.token;
  }
  await test.engine.agents.add(person("kim", { teamIds: ["support"] }));
});
afterEach(() => test.close());

const as = (id: string, method: string, at: string, body?: unknown) =>
  test.call(method, at, { token: keys[id] ?? "", body });

async function drafted(by: string, body: object = ofAda): Promise<string> {
  const { status, json } = await as(by, "POST", path, body);
  expect(status).toBe(200);
  return `${path}/${json.id}`;
}

it("of an administrator is no lead's to draft", async () => {
  const refused = await as("lea", "POST", path, ofAda);
  expect([refused.status, refused.json.code]).toEqual([403, "not-allowed"]);
  expect(refused.json.detail).toContain("ada");
});

it("of an administrator, which another one has drafted, is no lead's to carry on, and nothing becomes of it", async () => {
  const at = await drafted("adam");
  const { json } = await as("adam", "POST", `${at}/verify`);
  const steps: readonly (readonly [string, string, unknown?])[] = [
    ["PATCH", at, { leaves: false }],
    ["POST", `${at}/verify`],
    ["POST", `${at}/start`, { hash: json.plan.hash }],
    ["POST", `${at}/stop`],
    ["POST", `${at}/continue`],
    ["POST", `${at}/undo`, {}],
    ["DELETE", at],
  ];
  for (const [method, to, body] of steps) {
    const refused = await as("lea", method, to, body);
    expect([method, to, refused.status, refused.json.code]).toEqual([method, to, 403, "not-allowed"]);
  }
  await test.settle();
  expect((await as("adam", "GET", at)).json).toMatchObject({ status: "verified", revision: json.revision });
  expect(await test.engine.agents.get("ada")).toMatchObject({ leftAt: null, teamIds: ["support"] });
});

it("of an administrator is carried out by another one", async () => {
  const at = await drafted("adam");
  const { json } = await as("adam", "POST", `${at}/verify`);
  expect((await as("adam", "POST", `${at}/start`, { hash: json.plan.hash })).status).toBe(200);
  await test.settle();
  expect((await test.engine.agents.get("ada"))?.leftAt).not.toBeNull();
});

it("of oneself and of those who do not stand above is a lead's to begin", async () => {
  for (const subjectId of ["lea", "kim"]) {
    const target = { type: "employee", id: subjectId === "kim" ? "lea" : "kim" };
    const at = await drafted("lea", { subjectId, target });
    expect((await as("lea", "POST", `${at}/verify`)).status).toBe(200);
  }
});
