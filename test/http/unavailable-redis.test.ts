import { expect, test } from "vitest";
import { createRedisStore } from "../../adapters/stores/redis/index.ts";
import { startTestApp } from "../support/app.ts";
import { startRedis } from "../support/redis.ts";

test("answers 503 while Redis is down, never a false 2xx, and takes the repetition afterwards", async () => {
  const redis = await startRedis();
  const open = await createRedisStore({ url: redis.url, workspaceId: "main" });
  const app = startTestApp({ open });
  try {
    expect((await app.write("before", { id: "msg_1" })).status).toBe(200);
    await redis.kill();
    const refused = await app.write("while it is down", { id: "msg_2" });
    expect([refused.status, refused.json.code, refused.headers.get("retry-after")]).toEqual([
      503,
      "store-unavailable",
      "5",
    ]);
    expect((await app.call("GET", "/ready", { token: null })).status).toBe(503);
    await redis.restart();
    await expect
      .poll(async () => (await app.write("while it is down", { id: "msg_2" })).status, { timeout: 10_000 })
      .toBe(200);
    const found = await app.call("GET", "/api/v1/search?q=down");
    expect(found.json.items).toHaveLength(1);
  } finally {
    await app.close();
    await redis.stop();
  }
});
