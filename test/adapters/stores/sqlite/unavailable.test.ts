import { expect, test } from "vitest";
import { createSqliteStore } from "../../../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../../../adapters/stores/sqlite/node.ts";
import { StoreUnavailableError } from "../../../../src/ports/store.ts";
import { bodyOf, commitOf, deadLetters, documentKey, readFeed, take } from "../../../contracts/store/build.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const pathOf = temporaryFolder();
const putting = (id: string, body: unknown = id) => commitOf({ puts: [{ ...documentKey(id), body }] });

test("every verb of a closed store says that it is unavailable", async () => {
  const { store, close } = createSqliteStore(openNodeDatabase(":memory:"));
  await close();
  const verbs = [
    store.load([documentKey("a")]),
    store.commit(putting("a")),
    store.query(deadLetters),
    store.search({ words: ["a"], limit: 1 }),
    take(store),
    store.settle([{ id: "a", attempt: 1, outcome: "done" }]),
    readFeed(store),
    store.erase({ documents: [documentKey("a")], conversationIds: [] }),
  ];
  expect(await reasons(verbs)).toEqual(verbs.map(() => expect.any(StoreUnavailableError)));
});

test("a file that cannot be opened is unavailable, and the message says which", () => {
  const path = pathOf("no-such-folder/baton.db");
  expect(() => openNodeDatabase(path)).toThrow(StoreUnavailableError);
  expect(() => openNodeDatabase(path)).toThrow(path);
});

test("a file that another process keeps locked is unavailable until it is let go", async () => {
  const path = pathOf("locked.db");
  const { store, close } = createSqliteStore(openNodeDatabase(path, { busyTimeoutMs: 10 }));
  const other = openNodeDatabase(path);
  other.run("BEGIN IMMEDIATE");
  const together = [store.commit(putting("a")), store.commit(putting("b"))];
  expect(await reasons(together)).toEqual(together.map(() => expect.any(StoreUnavailableError)));
  other.run("ROLLBACK");
  expect((await store.commit(putting("a"))).status).toBe("committed");
  other.close();
  await close();
});

test("a full disk refuses what does not fit and keeps what was there", async () => {
  const database = openNodeDatabase(pathOf("full.db"));
  const { store, close } = createSqliteStore(database);
  await store.commit(putting("small"));
  database.get("PRAGMA max_page_count = 200");
  const large = "x".repeat(2_000_000);
  await expect(store.commit(putting("large", large))).rejects.toThrow(StoreUnavailableError);
  expect([await bodyOf(store, "small"), await bodyOf(store, "large")]).toEqual(["small", undefined]);
  database.get("PRAGMA max_page_count = 100000");
  expect((await store.commit(putting("large", large))).status).toBe("committed");
  await close();
});

test("no customer text gets into the error of a commit", async () => {
  const database = openNodeDatabase(pathOf("private.db"));
  const { store, close } = createSqliteStore(database);
  database.get("PRAGMA max_page_count = 1");
  const error = await store.commit(putting("a", "my secret".repeat(100_000))).catch((reason: unknown) => reason);
  expect(String(error)).not.toContain("secret");
  await close();
});

async function reasons(work: readonly Promise<unknown>[]): Promise<readonly unknown[]> {
  const outcomes = await Promise.allSettled(work);
  return outcomes.map((outcome) => (outcome.status === "rejected" ? outcome.reason : outcome.value));
}
