import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../adapters/stores/sqlite/node.ts";
import { startTestApp, type TestApp } from "../support/app.ts";

const canary = "canary-7f3a";
let folder: string;
let test: TestApp;
let intruder: DatabaseSync;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baton-http-"));
  const path = join(folder, "baton.db");
  test = startTestApp({ open: createSqliteStore(openNodeDatabase(path)) });
  intruder = new DatabaseSync(path);
});
afterEach(async () => {
  intruder.close();
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

it("answers webhooks and commands with 503 while the store is locked, and takes the repetition afterwards", async () => {
  intruder.exec("BEGIN EXCLUSIVE");
  const answer = await test.write(canary, { id: "one" });
  expect([answer.status, answer.json.code, answer.headers.get("retry-after")]).toEqual([503, "store-unavailable", "5"]);
  expect(answer.text).not.toContain("baton.db");
  const added = await test.call("POST", "/api/v1/agents", { body: { id: "ada", name: "Ada" } });
  expect([added.status, added.json.code]).toEqual([503, "store-unavailable"]);
  expect(test.log).toContainEqual({
    level: "error",
    event: "request-failed",
    fields: expect.objectContaining({ code: "store-unavailable", error: "StoreUnavailableError" }),
  });
  expect(JSON.stringify(test.log)).not.toContain(canary);

  intruder.exec("ROLLBACK");
  const repeated = await test.write(canary, { id: "one" });
  expect([repeated.status, repeated.json.status]).toEqual([200, "accepted"]);
  const { json } = await test.call("GET", `/api/v1/conversations/${repeated.json.conversationId}/messages`);
  const customers = json.items.filter((item: { author: { type: string } }) => item.author.type === "customer");
  expect(customers).toHaveLength(1);
});

it("is alive and not ready without its store", async () => {
  expect((await test.call("GET", "/ready", { token: null })).json).toEqual({ status: "ready" });
  const lost = createSqliteStore(openNodeDatabase(join(folder, "lost.db")));
  const other = startTestApp({ open: lost });
  await lost.close();
  expect((await other.call("GET", "/live", { token: null })).status).toBe(200);
  const ready = await other.call("GET", "/ready", { token: null });
  expect([ready.status, ready.json.code]).toEqual([503, "not-ready"]);
  expect(ready.json.detail).toBe("Not ready: the store does not answer.");
  expect((await other.write("hello")).status).toBe(503);
});
