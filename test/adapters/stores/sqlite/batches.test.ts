import { expect, test } from "vitest";
import type { SqlDatabase } from "../../../../adapters/stores/sqlite/database.ts";
import { createSqliteStore } from "../../../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../../../adapters/stores/sqlite/node.ts";
import {
  bodyOf,
  claimOf,
  commitOf,
  documentKey,
  effectOf,
  feedNow,
  feedOf,
  readFeed,
  t0,
  take,
  typesOf,
} from "../../../contracts/store/build.ts";

const putting = (id: string, body: unknown = id) =>
  commitOf({ claims: [claimOf(id)], puts: [{ ...documentKey(id), body }], feed: [feedOf(id)] });

/** Counts transactions. */
function counted(): { database: SqlDatabase; transactions: () => number } {
  const real = openNodeDatabase(":memory:");
  let transactions = 0;
  const database: SqlDatabase = {
    ...real,
    transaction(work) {
      transactions += 1;
      return real.transaction(work);
    },
  };
  return { database, transactions: () => transactions };
}

test("commits of one turn share a transaction", async () => {
  const { database, transactions } = counted();
  const { store } = createSqliteStore(database);
  const before = transactions();
  await Promise.all(Array.from({ length: 100 }, (_, index) => store.commit(putting(`d${index}`))));
  expect(transactions() - before).toBe(1);
});

test("a commit that fails harms none of those that share its transaction", async () => {
  const { store } = createSqliteStore(openNodeDatabase(":memory:"));
  const cursor = await feedNow(store);
  await store.commit(commitOf({ effects: [effectOf("e1")] }));
  const work = [
    store.commit(putting("before")),
    take(store),
    store.commit(putting("circular", 1n)),
    store.commit(putting("after")),
    store.commit(putting("after")),
  ] as const;
  const outcomes = await Promise.allSettled(work);
  expect(outcomes).toMatchObject([
    { status: "fulfilled", value: { status: "committed" } },
    { status: "fulfilled", value: { effects: [{ id: "e1", attempt: 1 }] } },
    { status: "rejected" },
    { status: "fulfilled", value: { status: "committed" } },
    { status: "fulfilled", value: { status: "duplicate" } },
  ]);
  expect([await bodyOf(store, "before"), await bodyOf(store, "circular"), await bodyOf(store, "after")]).toEqual([
    "before",
    undefined,
    "after",
  ]);
  expect(typesOf(await readFeed(store, { after: cursor }))).toEqual(["before", "after"]);
  expect((await store.commit(putting("circular"))).status).toBe("committed");
});

test("a value that SQLite cannot hold is an error, not a silent loss", async () => {
  const { store } = createSqliteStore(openNodeDatabase(":memory:"));
  const note = null as unknown as string;
  await expect(store.commit(commitOf({ claims: [{ key: "k", note }] }))).rejects.toThrow("NOT NULL");
  await expect(store.commit(commitOf({ effects: [effectOf("e", { body: undefined })] }))).rejects.toThrow();
  expect(await take(store)).toEqual({ effects: [], nextDueAt: null });
});

test("closing writes what was asked for before", async () => {
  const { store, close } = createSqliteStore(openNodeDatabase(":memory:"));
  const writing = store.commit(putting("last"));
  await close();
  expect((await writing).status).toBe("committed");
});

test("more commits than one transaction takes are all written", async () => {
  const { database, transactions } = counted();
  const { store } = createSqliteStore(database);
  const before = transactions();
  const results = await Promise.all(
    Array.from({ length: 1_000 }, (_, index) => store.commit({ ...putting(`d${index}`), at: t0 + index })),
  );
  expect(results.every((result) => result.status === "committed")).toBe(true);
  expect(transactions() - before).toBe(4);
});
