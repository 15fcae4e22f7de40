import { createClient } from "redis";
import { afterAll, expect, test } from "vitest";
import { createRedisStore } from "../../../../adapters/stores/redis/index.ts";
import { StoreUnavailableError } from "../../../../src/ports/store.ts";
import {
  commitOf,
  documentKey,
  effectOf,
  feedNow,
  feedOf,
  inbox,
  indexed,
  messageOf,
  messages,
  readFeed,
  takenIds,
  takeOne,
  typesOf,
  write,
} from "../../../contracts/store/build.ts";
import { startRedis } from "../../../support/redis.ts";

const redis = await startRedis({ maxmemory: "0" });
const admin = createClient({ url: redis.url, RESP: 2 });
await admin.connect();

afterAll(async () => {
  admin.destroy();
  await redis.stop();
});

test("goes on after the server forgot the scripts, also with many calls under way", async () => {
  const { store, close } = await createRedisStore({ url: redis.url, workspaceId: "flushed" });
  await write(store, {});
  await admin.sendCommand(["SCRIPT", "FLUSH"]);
  const ids = Array.from({ length: 20 }, (_, index) => `d${index}`);
  await Promise.all(ids.map((id) => write(store, { puts: [{ ...documentKey(id), body: id }] })));
  const loaded = await store.load(ids.map((id) => documentKey(id)));
  expect(loaded.map((document) => document?.version)).toEqual(ids.map(() => 1));
  await close();
});

test("a commit that Redis could not write in full is refused before it starts", async () => {
  const { store, close } = await createRedisStore({ url: redis.url, workspaceId: "odd" });
  const put = { puts: [{ ...documentKey("a"), body: 1 }] };
  for (const odd of [
    { index: [indexed("a", Number.NaN)] },
    { effects: [effectOf("e", { dueAt: Number.POSITIVE_INFINITY })] },
    { entries: [messageOf(1, { body: undefined })] },
  ]) {
    await expect(store.commit(commitOf({ ...put, ...odd }))).rejects.toThrow("A commit holds");
  }
  expect(await store.load([documentKey("a")])).toEqual([null]);
  await close();
});

test("a commit that is refused because memory is full leaves no trace; what is there can be read and ended", async () => {
  const { store, close } = await createRedisStore({ url: redis.url, workspaceId: "full" });
  await write(store, { effects: [effectOf("e1", { lane: "l" })], puts: [{ ...documentKey("a"), body: "before" }] });
  const { attempt } = await takeOne(store);
  const cursor = await feedNow(store);
  const refused = commitOf({
    claims: [{ key: "k", note: "" }],
    settles: ["e1"],
    expects: [{ ...documentKey("a"), version: 1 }],
    puts: [{ ...documentKey("a"), body: "after" }],
    entries: [messageOf(1, { words: ["trace"] })],
    effects: [effectOf("e2")],
    index: [indexed("a", 1)],
    feed: [feedOf("traced")],
  });

  await admin.sendCommand(["CONFIG", "SET", "maxmemory", "1"]);
  const failure = await store.commit(refused).catch((error) => error);
  expect(failure).toBeInstanceOf(StoreUnavailableError);
  expect(failure.message).toContain("maxmemory");
  expect(await store.load([documentKey("a")])).toMatchObject([{ version: 1, body: "before" }]);
  expect(await messages(store)).toEqual([]);
  expect((await store.query(inbox())).items).toEqual([]);
  expect(typesOf(await readFeed(store, { after: cursor }))).toEqual([]);
  await expect(takenIds(store)).rejects.toBeInstanceOf(StoreUnavailableError);
  await store.settle([{ id: "e1", attempt, outcome: "hand-back" }]);

  await admin.sendCommand(["CONFIG", "SET", "maxmemory", "0"]);
  expect(await takenIds(store)).toEqual(["e1"]);
  expect((await store.commit(refused)).status).toBe("committed");
  await close();
});

test("erases while memory is full", async () => {
  const { store, close } = await createRedisStore({ url: redis.url, workspaceId: "erased" });
  await write(store, { entries: [messageOf(1, { words: ["hello"] })] });
  await admin.sendCommand(["CONFIG", "SET", "maxmemory", "1"]);
  await store.erase({ documents: [], conversationIds: ["c1"] });
  await admin.sendCommand(["CONFIG", "SET", "maxmemory", "0"]);
  expect(await messages(store)).toEqual([]);
  await close();
});

test("erasing leaves no key that names the conversation or holds its words", async () => {
  const { store, close } = await createRedisStore({ url: redis.url, workspaceId: "gone" });
  await write(store, {
    puts: [{ ...documentKey("c1"), body: "xyzzy" }],
    entries: [messageOf(1, { words: ["xyzzy"] }), messageOf(1, { log: "records" })],
    effects: [effectOf("e1", { lane: "l" })],
    index: [indexed("c1", 1)],
  });
  await store.search({ words: ["xyzzy"], limit: 1 });
  await write(store, { entries: [messageOf(2, { words: ["plugh"] })] });
  await store.erase({ documents: [documentKey("c1")], conversationIds: ["c1"] });
  await store.search({ words: ["plugh"], limit: 1 });
  const left: string[] = [];
  for await (const page of admin.scanIterator({ MATCH: "baton:{gone}:*" })) left.push(...page);
  expect(left.sort()).toEqual(["baton:{gone}:count", "baton:{gone}:pools"]);
  await close();
});

test("indexes waiting words in idle moments, so that a search finds the work done", async () => {
  const { store, close } = await createRedisStore({ url: redis.url, workspaceId: "idle" });
  const entries = Array.from({ length: 150 }, (_, index) => messageOf(index + 1, { words: ["hello", `n${index}`] }));
  await write(store, { entries });
  const waiting = () => admin.sendCommand(["LLEN", "baton:{idle}:unindexed"]);
  expect(await waiting()).toBe(150);
  await takenIds(store);
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
  expect(await store.search({ words: ["hello"], limit: 200 })).toHaveLength(150);
  await close();
});
