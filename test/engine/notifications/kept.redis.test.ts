import { afterAll } from "vitest";
import { createRedisStore } from "../../../adapters/stores/redis/index.ts";
import { startRedis } from "../../support/redis.ts";
import { keptPromises } from "./kept-promises.ts";

const redis = await startRedis();
afterAll(() => redis.stop());

let workspaces = 0;

keptPromises("Redis", () => {
  workspaces += 1;
  return createRedisStore({ url: redis.url, workspaceId: `w${workspaces}` });
});
