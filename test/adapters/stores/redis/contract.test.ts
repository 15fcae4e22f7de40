import { afterAll } from "vitest";
import { createRedisStore } from "../../../../adapters/stores/redis/index.ts";
import { storeContract } from "../../../contracts/store.ts";
import { startRedis } from "../../../support/redis.ts";

const redis = await startRedis();
afterAll(() => redis.stop());

/** A busy disk may hold `appendfsync always` up; that is not what is tested here. */
const timeoutMs = 15_000;
let workspaces = 0;

storeContract("the store on Redis", () => {
  workspaces += 1;
  return createRedisStore({ url: redis.url, workspaceId: `w${workspaces}`, timeoutMs });
});
