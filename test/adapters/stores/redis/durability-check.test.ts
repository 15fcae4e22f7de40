import { createClient } from "redis";
import { afterEach, expect, test } from "vitest";
import { checkDurability } from "../../../../adapters/stores/redis/durability-check.ts";
import { StoreUnavailableError } from "../../../../src/ports/store.ts";
import { type RedisSettings, startRedis, type TestRedis } from "../../../support/redis.ts";

let redis: TestRedis | null = null;

afterEach(async () => {
  await redis?.stop();
  redis = null;
});

async function problemsWith(settings: RedisSettings, declaredDurable = false) {
  redis = await startRedis(settings);
  return checkDurability({ url: redis.url, declaredDurable });
}

test("finds nothing wrong with a durable server", async () => {
  expect(await problemsWith({})).toEqual([]);
});

test("refuses a server that keeps no append-only file", async () => {
  const problems = await problemsWith({ appendonly: "no" });
  expect(problems.map(({ level }) => level)).toEqual(["error"]);
  expect(problems[0]?.message).toContain("Set `appendonly yes`");
});

test("warns of up to one lost second", async () => {
  const problems = await problemsWith({ appendfsync: "everysec" });
  expect(problems.map(({ level }) => level)).toEqual(["warning"]);
  expect(problems[0]?.message).toContain("one second of acknowledged messages");
});

test("refuses a server that leaves writing to the operating system", async () => {
  expect(await problemsWith({ appendfsync: "no" })).toMatchObject([{ level: "error" }]);
});

test("refuses a server that evicts, and tells all problems at once", async () => {
  const problems = await problemsWith({ "maxmemory-policy": "allkeys-lru", appendonly: "no" });
  expect(problems.map(({ level }) => level)).toEqual(["error", "error"]);
  expect(problems[1]?.message).toContain("maxmemory-policy allkeys-lru");
});

test("asks the operator to declare it where CONFIG is refused, and believes them", async () => {
  redis = await startRedis();
  const admin = createClient({ url: redis.url, RESP: 2 });
  await admin.connect();
  await admin.sendCommand(["ACL", "SETUSER", "managed", "on", ">word", "allkeys", "+@all", "-config"]);
  admin.destroy();
  const url = redis.url.replace("redis://", "redis://managed:word@");
  expect(await checkDurability({ url })).toMatchObject([
    { level: "error", message: expect.stringContaining("BATON_REDIS_DURABLE=yes") },
  ]);
  expect(await checkDurability({ url, declaredDurable: true })).toEqual([]);
});

test("believes what the server shows, whatever was declared", async () => {
  expect(await problemsWith({ appendonly: "no" }, true)).toMatchObject([{ level: "error" }]);
});

test("says that the server does not answer", async () => {
  redis = await startRedis();
  await redis.kill();
  await expect(checkDurability({ url: redis.url, timeoutMs: 300 })).rejects.toBeInstanceOf(StoreUnavailableError);
});
