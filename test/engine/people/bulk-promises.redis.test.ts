import { afterAll } from "vitest";
import { createRedisStore } from "../../../adapters/stores/redis/index.ts";
import { startRedis } from "../../support/redis.ts";
import { bulkPromises } from "./bulk-promises.ts";

const redis = await startRedis();
afterAll(() => redis.stop());

let workspaces = 0;

bulkPromises("Redis, with a connection for each process", () => {
  workspaces += 1;
  const open = () => createRedisStore({ url: redis.url, workspaceId: `w${workspaces}` });
  return Promise.all([open(), open()]);
});
