import { createClient } from "redis";
import { afterAll, expect, test, vi } from "vitest";
import { createRedisStore } from "../../../../adapters/stores/redis/index.ts";
import { storeContract } from "../../../contracts/store.ts";
import { startRedis } from "../../../support/redis.ts";

// A cluster refuses a script that touches a key of another slot, whether it was declared or not.
const redis = await startRedis({ "cluster-enabled": "yes" });
const admin = createClient({ url: redis.url, RESP: 2 });

afterAll(async () => {
  admin.destroy();
  await redis.stop();
});

await admin.connect();
await admin.sendCommand(["CLUSTER", "ADDSLOTSRANGE", "0", "16383"]);
await vi.waitFor(
  async () => expect(String(await admin.sendCommand(["CLUSTER", "INFO"]))).toContain("cluster_state:ok"),
  { timeout: 10_000 },
);

let workspaces = 0;

storeContract("the store on a Redis Cluster", () => {
  workspaces += 1;
  return createRedisStore({ url: redis.url, workspaceId: `w${workspaces}`, cluster: true, timeoutMs: 15_000 });
});

test("every key the contract left begins with the hash tag of its workspace", async () => {
  const keys: string[] = [];
  for await (const page of admin.scanIterator({ COUNT: 1_000 })) keys.push(...page);
  expect(keys.length).toBeGreaterThan(workspaces);
  expect(keys.filter((key) => !/^baton:\{w\d+\}:/.test(key))).toEqual([]);
});
