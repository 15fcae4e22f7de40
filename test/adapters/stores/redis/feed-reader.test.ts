import { createClient } from "redis";
import { afterAll, expect, test } from "vitest";
import { createRedisStore } from "../../../../adapters/stores/redis/index.ts";
import { feedNow, feedOf, readFeed, t0, typesOf, write } from "../../../contracts/store/build.ts";
import { startRedis } from "../../../support/redis.ts";

const longMs = 20_000;
const redis = await startRedis();
const admin = createClient({ url: redis.url, RESP: 2 });
await admin.connect();

afterAll(async () => {
  admin.destroy();
  await redis.stop();
});

test("a commit in one process wakes the readers in another", async () => {
  const one = await createRedisStore({ url: redis.url, workspaceId: "two" });
  const other = await createRedisStore({ url: redis.url, workspaceId: "two" });
  const cursor = await feedNow(other.store);
  const waiting = readFeed(other.store, { after: cursor, waitMs: longMs });
  await write(one.store, { feed: [feedOf("a")] });
  expect(typesOf(await waiting)).toEqual(["a"]);
  await one.close();
  await other.close();
});

test("any number of readers share one blocking connection", async () => {
  const { store, close } = await createRedisStore({ url: redis.url, workspaceId: "many" });
  let cursor = await feedNow(store);
  for (const type of ["a", "b", "c"]) {
    const waiting = Array.from({ length: 200 }, () => readFeed(store, { after: cursor, waitMs: longMs }));
    await write(store, { feed: [feedOf(type)] });
    const pages = await Promise.all(waiting);
    expect(new Set(pages.map((page) => typesOf(page).join()))).toEqual(new Set([type]));
    cursor = pages[0]?.cursor ?? "";
  }
  const blocked = async () => /blocked_clients:(\d+)/.exec(String(await admin.sendCommand(["INFO", "clients"])))?.[1];
  await expect.poll(blocked).toBe("1");
  await close();
  await expect.poll(blocked).toBe("0");
});

test("keeps the order of commits when a process's clock is behind", async () => {
  const { store, close } = await createRedisStore({ url: redis.url, workspaceId: "skewed" });
  const cursor = await feedNow(store);
  await write(store, { at: t0, feed: [feedOf("a")] });
  await write(store, { at: t0 - 5_000, feed: [feedOf("b"), feedOf("c")] });
  await write(store, { at: t0 + 1, feed: [feedOf("d")] });
  const page = await readFeed(store, { after: cursor });
  expect(typesOf(page)).toEqual(["a", "b", "c", "d"]);
  expect(page).toMatchObject({ entries: [{ at: t0 }, { at: t0 - 5_000 }, { at: t0 - 5_000 }, { at: t0 + 1 }] });
  await close();
});

test("a reader far behind gets everything, page by page", async () => {
  const { store, close } = await createRedisStore({ url: redis.url, workspaceId: "behind" });
  const start = await feedNow(store);
  const awake = readFeed(store, { after: start, waitMs: longMs });
  const types = Array.from({ length: 5_000 }, (_, index) => `n${index}`);
  for (let index = 0; index < types.length; index += 500) {
    await write(store, { feed: types.slice(index, index + 500).map(feedOf) });
  }
  await awake;
  const seen: string[] = [];
  let cursor = start;
  while (seen.length < types.length) {
    const page = await readFeed(store, { after: cursor, limit: 300, waitMs: longMs });
    seen.push(...typesOf(page));
    cursor = page.cursor;
  }
  expect(seen).toEqual(types);
  await close();
});
