import { afterAll } from "vitest";
import { createRedisStore } from "../../adapters/stores/redis/index.ts";
import { startRedis } from "../support/redis.ts";
import { dutyPromises } from "./routing/duty-promises.ts";

const redis = await startRedis();
afterAll(() => redis.stop());

let workspaces = 0;

dutyPromises("Redis", () => {
  workspaces += 1;
  return createRedisStore({ url: redis.url, workspaceId: `w${workspaces}` });
});
