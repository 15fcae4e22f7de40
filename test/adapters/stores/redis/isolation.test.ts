import { afterAll, expect, test } from "vitest";
import { createRedisStore } from "../../../../adapters/stores/redis/index.ts";
import {
  deadLetters,
  documentKey,
  effectOf,
  feedNow,
  feedOf,
  inbox,
  indexed,
  log,
  messageOf,
  readFeed,
  t0,
  takenIds,
  typesOf,
  write,
} from "../../../contracts/store/build.ts";
import { startRedis } from "../../../support/redis.ts";

const redis = await startRedis();
afterAll(() => redis.stop());

test("two workspaces on one server see nothing of each other", async () => {
  const one = await createRedisStore({ url: redis.url, workspaceId: "one" });
  const other = await createRedisStore({ url: redis.url, workspaceId: "other" });
  const everything = {
    claims: [{ key: "k", note: "one" }],
    puts: [{ ...documentKey("c1"), body: "one" }],
    entries: [messageOf(1, { words: ["hello"] })],
    effects: [effectOf("e1", { lane: "l" }), effectOf("e2", { lane: "l" })],
    index: [indexed("c1", 1)],
    feed: [feedOf("a")],
  };
  const cursor = await feedNow(other.store);
  await write(one.store, everything);
  await takenIds(one.store);
  await one.store.settle([{ id: "e1", attempt: 1, outcome: "dead", at: t0, error: "no" }]);

  expect(await other.store.load([documentKey("c1")])).toEqual([null]);
  for (const query of [inbox(), log(), deadLetters]) expect((await other.store.query(query)).items).toEqual([]);
  expect(await other.store.search({ words: ["hello"], limit: 5 })).toEqual([]);
  expect(await takenIds(other.store)).toEqual([]);
  expect(typesOf(await readFeed(other.store, { after: cursor }))).toEqual([]);
  await other.store.erase({ documents: [documentKey("c1")], conversationIds: ["c1"] });
  expect(await one.store.load([documentKey("c1")])).toMatchObject([{ body: "one" }]);
  await write(other.store, everything);

  await one.close();
  await other.close();
});

test("refuses a workspace's id that would break the hash tag", async () => {
  for (const workspaceId of ["", "a}b", "a:b", "ü", "x".repeat(65)]) {
    await expect(createRedisStore({ url: redis.url, workspaceId })).rejects.toThrow("Use 1 to 64 letters");
  }
});
