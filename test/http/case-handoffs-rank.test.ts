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

it("that replaces a name in the settings takes the scope for settings, whoever drafts it, starts it or takes it back", async () => {
  const body = { name: "lea", scopes: ["agents:write", "settings:write"], agentId: "lea" };
  const full = (await test.call("POST", "/api/v1/keys", { body })).json.token;
  const asFull = (method: string, at: string, given?: unknown) => test.call(method, at, { token: full, body: given });
  const ofKim = { subjectId: "kim", target: { type: "employee", id: "lea" }, replacementId: "lea" };
  const detail =
    "Replacing somebody's name publishes settings (`replacementId`): the key needs the scope settings:write.";
  const expectRefused = (refused: Awaited<ReturnType<typeof as>>) =>
    expect([refused.status, refused.json.code, refused.json.detail]).toEqual([403, "missing-scope", detail]);

  expectRefused(await as("lea", "POST", path, ofKim));
  const plain = await drafted("lea", { ...ofKim, replacementId: null });
  expectRefused(await as("lea", "PATCH", plain, { replacementId: "lea" }));
  expect((await as("lea", "PATCH", plain, { replacementId: null })).status).toBe(200);

  const { json } = await asFull("POST", path, ofKim);
  const at = `${path}/${json.id}`;
  const { hash } = (await as("lea", "POST", `${at}/verify`)).json.plan;
  expectRefused(await as("lea", "POST", `${at}/start`, { hash }));
  expect((await asFull("POST", `${at}/start`, { hash })).status).toBe(200);
  await test.settle();
  expectRefused(await as("lea", "POST", `${at}/continue`));
  expectRefused(await as("lea", "POST", `${at}/undo`, {}));
  expect((await asFull("POST", `${at}/undo`, {})).status).toBe(200);
});
