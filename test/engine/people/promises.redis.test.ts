import { afterAll } from "vitest";
import { createRedisStore } from "../../../adapters/stores/redis/index.ts";
import { startRedis } from "../../support/redis.ts";
import { peoplePromises } from "./promises.ts";

const redis = await startRedis();
afterAll(() => redis.stop());

let workspaces = 0;

peoplePromises(
  "Redis",
  async (work) => {
    workspaces += 1;
    await work(await createRedisStore({ url: redis.url, workspaceId: `w${workspaces}` }));
  },
  8,
);
