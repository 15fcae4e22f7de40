import { afterAll } from "vitest";
import { createRedisStore } from "../../../adapters/stores/redis/index.ts";
import { startRedis } from "../../support/redis.ts";
import { settingsPromises } from "./promises.ts";

const redis = await startRedis();
afterAll(() => redis.stop());

let workspaces = 0;

settingsPromises("Redis", async () => {
  workspaces += 1;
  const workspaceId = `w${workspaces}`;
  return [
    await createRedisStore({ url: redis.url, workspaceId }),
    await createRedisStore({ url: redis.url, workspaceId }),
  ];
});
