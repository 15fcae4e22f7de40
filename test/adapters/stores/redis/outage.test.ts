import { afterEach, beforeEach, expect, test } from "vitest";
import { createRedisStore } from "../../../../adapters/stores/redis/index.ts";
import { type OpenStore, StoreUnavailableError } from "../../../../src/ports/store.ts";
import {
  bodyOf,
  commitOf,
  documentKey,
  effectOf,
  feedNow,
  feedOf,
  readFeed,
  takenIds,
  typesOf,
  write,
} from "../../../contracts/store/build.ts";
import { startRedis, type TestRedis } from "../../../support/redis.ts";

const longMs = 20_000;
const recovery = { timeout: 10_000 };
let redis: TestRedis;
let opened: OpenStore;

beforeEach(async () => {
  redis = await startRedis();
  opened = await createRedisStore({ url: redis.url, workspaceId: "w", timeoutMs: 500 });
});

afterEach(async () => {
  await opened.close();
  await redis.stop();
});

test("keeps what it acknowledged through a kill, and recovers by itself", async () => {
  const { store } = opened;
  await write(store, { puts: [{ ...documentKey("a"), body: "kept" }], effects: [effectOf("e1")] });
  await redis.kill();
  await redis.restart();
  await expect.poll(() => bodyOf(store, "a").catch(() => "not yet"), recovery).toBe("kept");
  expect(await takenIds(store)).toEqual(["e1"]);
});

test("fails fast while Redis is down, with every verb", async () => {
  const { store } = opened;
  await redis.kill();
  const startedAt = performance.now();
  const calls = [
    store.load([documentKey("a")]),
    store.commit(commitOf({})),
    store.query({ dead: true, limit: 1, cursor: null }),
    store.search({ words: ["a"], limit: 1 }),
    store.takeDue({ now: 0, limit: 1, leaseUntilMs: 1, busyPools: [] }),
    store.settle([{ id: "e", attempt: 1, outcome: "done" }]),
    readFeed(store, { after: "1-1", waitMs: longMs }),
    store.erase({ documents: [], conversationIds: ["c1"] }),
  ];
  for (const call of calls) await expect(call).rejects.toBeInstanceOf(StoreUnavailableError);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  await redis.restart();
  await expect.poll(() => store.load([documentKey("a")]).catch(() => "not yet"), recovery).toEqual([null]);
});

test("answers in time when Redis hangs with its connections open, and recovers", async () => {
  const { store } = opened;
  await write(store, { puts: [{ ...documentKey("a"), body: "kept" }] });
  redis.pause();
  await expect(bodyOf(store, "a")).rejects.toBeInstanceOf(StoreUnavailableError);
  redis.resume();
  await expect.poll(() => bodyOf(store, "a").catch(() => "not yet"), recovery).toBe("kept");
});

test("a commit whose answer was lost is unknown, and its repetition takes effect once", async () => {
  const { store } = opened;
  const commit = commitOf({ claims: [{ key: "k", note: "n" }], puts: [{ ...documentKey("a"), body: 1 }] });
  redis.pause();
  const lost = store.commit(commit);
  await expect(lost).rejects.toBeInstanceOf(StoreUnavailableError);
  redis.resume();
  await expect
    .poll(
      () =>
        store.commit(commit).then(
          ({ status }) => status === "stale",
          () => "not yet",
        ),
      recovery,
    )
    .toBe(false);
  expect(await store.load([documentKey("a")])).toMatchObject([{ version: 1, body: 1 }]);
});

test("readers of the feed are let go when Redis goes down, and miss nothing when it is back", async () => {
  const { store } = opened;
  const cursor = await feedNow(store);
  const waiting = readFeed(store, { after: cursor, waitMs: longMs });
  await write(store, { feed: [feedOf("before")] });
  const first = await waiting;
  const cut = readFeed(store, { after: first.cursor, waitMs: longMs });
  await Promise.all([redis.kill(), expect(cut).rejects.toBeInstanceOf(StoreUnavailableError)]);
  await redis.restart();
  await expect.poll(() => write(store, { feed: [feedOf("after")] }).catch(() => "not yet"), recovery).toEqual([]);
  expect(typesOf(await readFeed(store, { after: first.cursor, waitMs: longMs }))).toEqual(["after"]);
  expect(typesOf(await readFeed(store, { after: cursor, waitMs: longMs }))).toEqual(["before", "after"]);
});

test("a cursor from before the data was lost is answered with reset, also while others wait", async () => {
  const { store } = opened;
  const cursor = await feedNow(store);
  const waiting = readFeed(store, { after: cursor, waitMs: longMs });
  await write(store, { feed: [feedOf("a")] });
  const { cursor: known } = await waiting;
  const ahead = `${Number(known.split("-")[0]) + 1}-0`;
  expect((await readFeed(store, { after: ahead, waitMs: longMs })).status).toBe("reset");
});

test("a reader whose place is gone is told to start afresh", async () => {
  const { store } = opened;
  const cursor = await feedNow(store);
  const reading = readFeed(store, { after: cursor, waitMs: longMs });
  await write(store, { feed: [feedOf("a")] });
  const { cursor: lost } = await reading;
  const empty = await startRedis();
  await opened.close();
  opened = await createRedisStore({ url: empty.url, workspaceId: "w" });
  expect((await readFeed(opened.store, { after: lost, waitMs: longMs })).status).toBe("reset");
  await opened.close();
  await empty.stop();
});

test("says that a password is wrong, without repeating it", async () => {
  const url = redis.url.replace("redis://", "redis://nobody:hush@");
  const failure = await createRedisStore({ url, workspaceId: "w" }).catch((error) => error);
  expect(failure).toBeInstanceOf(StoreUnavailableError);
  expect(failure.message).toContain("Check the user and password in REDIS_URL");
  expect(String(failure.cause ?? "") + String(failure)).not.toContain("hush");
});

test("says what to check when there is no Redis at the start, without the password", async () => {
  await redis.kill();
  const url = redis.url.replace("redis://", "redis://user:hush@");
  const failure = await createRedisStore({ url, workspaceId: "w", connectTimeoutMs: 200 }).catch((error) => error);
  expect(failure).toBeInstanceOf(StoreUnavailableError);
  expect(String(failure)).toContain("Check");
  expect(String(failure)).not.toContain("hush");
});
