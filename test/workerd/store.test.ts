import { env, runInDurableObject } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { type DurableStorage, openDurableDatabase } from "../../adapters/stores/sqlite/durable.ts";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { bodyOf, commitOf, documentKey, feedNow, feedOf, readFeed, write } from "../contracts/store/build.ts";
import { storeCases } from "../contracts/store.ts";

describe("SQLite in a Durable Object", () => {
  for (const { section, cases } of storeCases) {
    describe(section, () => {
      for (const { name, run } of cases) {
        test(name, () =>
          inObject(async (storage) => {
            const opened = createSqliteStore(openDurableDatabase(storage));
            await run(opened.store, opened);
            await opened.close();
          }),
        );
      }
    });
  }

  test("opens again what it stored, as after an eviction", () =>
    inObject(async (storage) => {
      const first = createSqliteStore(openDurableDatabase(storage));
      await write(first.store, { puts: [{ ...documentKey("a"), body: "kept" }], feed: [feedOf("kept")] });
      const cursor = await feedNow(first.store);
      await first.close();
      const { store } = createSqliteStore(openDurableDatabase(storage));
      expect(await bodyOf(store, "a")).toBe("kept");
      expect((await readFeed(store, { after: cursor })).status).toBe("entries");
    }));

  test("keeps a sound commit apart from one that fails in the same turn", () =>
    inObject(async (storage) => {
      const { store } = createSqliteStore(openDurableDatabase(storage));
      const sound = store.commit(commitOf({ puts: [{ ...documentKey("a"), body: "sound" }] }));
      const broken = store.commit(
        commitOf({
          puts: [
            { ...documentKey("b"), body: "lost" },
            { ...documentKey("c"), body: 1n },
          ],
        }),
      );
      await expect(broken).rejects.toThrow(TypeError);
      expect((await sound).status).toBe("committed");
      expect([await bodyOf(store, "a"), await bodyOf(store, "b")]).toEqual(["sound", undefined]);
    }));
});

function inObject(work: (storage: DurableStorage) => Promise<void>): Promise<void> {
  const object = env.STORES.get(env.STORES.newUniqueId());
  return runInDurableObject(object, (_, { storage }) => work(storage));
}
