import { expect, test } from "vitest";
import type { SqlDatabase } from "../../../../adapters/stores/sqlite/database.ts";
import { createSqliteStore } from "../../../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../../../adapters/stores/sqlite/node.ts";
import {
  claimOf,
  commitOf,
  day,
  effectOf,
  feedOf,
  messageOf,
  t0,
  take,
  write,
} from "../../../contracts/store/build.ts";

function open() {
  const database = openNodeDatabase(":memory:");
  const count = (table: string) => database.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n;
  return { database, count, store: createSqliteStore(database).store };
}

function indexedTo(database: SqlDatabase): number | undefined {
  return database.get<{ n: number }>("SELECT indexed_to AS n FROM search_progress")?.n;
}

test("claims go after 30 days, a bounded piece in each idle moment", async () => {
  const { store, count } = open();
  const claims = Array.from({ length: 1_200 }, (_, index) => claimOf(`k${index}`));
  await write(store, { claims });
  await write(store, { at: t0 + day, claims: [claimOf("younger")] });
  const later = t0 + 30 * day + 1;
  await take(store, { now: later });
  expect(count("claims")).toBe(701);
  for (let round = 0; round < 3; round += 1) await take(store, { now: later });
  expect(count("claims")).toBe(1);
  const younger = await store.commit(commitOf({ at: later, claims: [claimOf("younger")] }));
  expect([younger.status, (await store.commit(commitOf({ claims: [claimOf("k7")] }))).status]).toEqual([
    "duplicate",
    "committed",
  ]);
});

test("feed entries go after 24 hours from the old end, and the newest stays", async () => {
  const { store, count } = open();
  await write(store, { feed: Array.from({ length: 1_200 }, (_, index) => feedOf(`n${index}`)) });
  for (let round = 0; round < 4; round += 1) await take(store, { now: t0 + day + 1 });
  expect(count("feed")).toBe(1);
});

test("feed entries behind one that is still to be kept stay, so that there is no gap", async () => {
  const { store, count } = open();
  for (const at of [t0, t0 + 2 * day, t0]) await write(store, { at, feed: [feedOf("n")] });
  for (let round = 0; round < 3; round += 1) await take(store, { now: t0 + 2 * day });
  expect(count("feed")).toBe(2);
});

test("words are indexed when nothing is due, not while there is work", async () => {
  const { store, database } = open();
  const entries = Array.from({ length: 50 }, (_, index) => messageOf(index + 1, { words: ["hello"] }));
  await write(store, { entries, effects: [effectOf("a"), effectOf("b")] });
  await take(store, { limit: 1 });
  expect(indexedTo(database)).toBe(0);
  await take(store);
  expect(indexedTo(database)).toBe(50);
});

test("the words of a few messages wait for more of them, or for the first search", async () => {
  const { store, database } = open();
  const say = (from: number, count: number) =>
    write(store, {
      entries: Array.from({ length: count }, (_, index) => messageOf(from + index, { words: [`w${from + index}`] })),
    });
  await say(1, 49);
  await take(store);
  expect(indexedTo(database)).toBe(0);
  expect(await store.search({ words: ["w49"], limit: 1 })).toEqual([{ conversationId: "c1", seq: 49 }]);
  expect(indexedTo(database)).toBe(49);
  await say(50, 49);
  await take(store);
  expect(indexedTo(database)).toBe(49);
  await say(99, 1);
  await take(store);
  expect(indexedTo(database)).toBe(99);
});

test("a search for very many words is answered", async () => {
  const { store } = open();
  const words = Array.from({ length: 1_000 }, (_, index) => `word${index}`);
  await write(store, { entries: [messageOf(1, { words })] });
  expect(await store.search({ words, limit: 1 })).toEqual([{ conversationId: "c1", seq: 1 }]);
});

test("erased words leave the file's index at once", async () => {
  const { store, database } = open();
  await write(store, {
    entries: [messageOf(1, { words: ["topsecretword"] }), messageOf(1, { owner: "c2", words: ["kept"] })],
  });
  await store.search({ words: ["topsecretword"], limit: 1 });
  await store.erase({ documents: [], conversationIds: ["c1"] });
  const blocks = database.all<{ text: string }>("SELECT CAST(block AS TEXT) AS text FROM searchable_data");
  expect(blocks.some(({ text }) => text.includes("topsecret"))).toBe(false);
});
