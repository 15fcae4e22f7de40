import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createSqliteStore } from "../../../../adapters/stores/sqlite/index.ts";
import { migrate } from "../../../../adapters/stores/sqlite/migrate.ts";
import { openNodeDatabase } from "../../../../adapters/stores/sqlite/node.ts";
import { versions } from "../../../../adapters/stores/sqlite/schema.ts";
import {
  bodyOf,
  commitOf,
  deadLetters,
  documentKey,
  feedNow,
  idsOf,
  inbox,
  log,
  seqsOf,
  t0,
  take,
} from "../../../contracts/store/build.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const pathOf = temporaryFolder();

/** A file as version `version` of the stored form left it: frozen texts, one for every version ever released. */
function fileOfVersion(version: number): string {
  const path = pathOf(`v${version}-${Math.random()}.db`);
  const file = new DatabaseSync(path);
  file.exec(readFileSync(new URL(`./versions/v${version}.sql`, import.meta.url), "utf8"));
  file.close();
  return path;
}

test.each(versions.map((_, index) => index + 1))(
  "opens a file of version %i with all that is in it",
  async (version) => {
    const { store, close } = createSqliteStore(openNodeDatabase(fileOfVersion(version)));
    expect(await bodyOf(store, "c1")).toEqual({ phase: "queue" });
    expect(seqsOf(await store.query(log()))).toEqual([1, 2]);
    expect(idsOf(await store.query(inbox()))).toEqual(["c1"]);
    expect(await store.search({ words: ["refund"], limit: 5 })).toEqual([{ conversationId: "c1", seq: 1 }]);
    expect(await store.search({ words: ["thanks"], limit: 5 })).toEqual([{ conversationId: "c1", seq: 2 }]);
    expect(await store.commit(commitOf({ claims: [{ key: "k1", note: "again" }] }))).toMatchObject({ note: "first" });
    expect(idsOf(await store.query(deadLetters))).toEqual(["dead"]);
    expect((await take(store)).effects.map(({ id, attempt }) => [id, attempt])).toEqual([["head", 3]]);
    await store.settle([{ id: "head", attempt: 3, outcome: "done" }]);
    expect((await take(store, { now: t0 })).effects.map((effect) => effect.id)).toEqual(["next"]);
    const page = await store.feed({ after: "0f1e2d3c.1", limit: 5, waitMs: 0, signal: new AbortController().signal });
    expect(page).toMatchObject({ status: "entries", entries: [{ type: "b" }], cursor: "0f1e2d3c.2" });
    await close();
  },
);

test("brings an older file up to date once, and keeps what is in it", async () => {
  const path = fileOfVersion(1);
  const newer = [...versions, ["ALTER TABLE documents ADD COLUMN extra TEXT NOT NULL DEFAULT 'x'"]];
  for (let start = 0; start < 2; start += 1) {
    const database = openNodeDatabase(path);
    migrate(database, newer);
    expect(database.get("SELECT id, extra FROM documents")).toMatchObject({ id: "c1", extra: "x" });
    database.close();
  }
});

test("leaves the file as it was when a step fails", async () => {
  const path = fileOfVersion(1);
  const database = openNodeDatabase(path);
  const broken = [...versions, ["ALTER TABLE documents ADD COLUMN extra TEXT", "NO SUCH STATEMENT"]];
  expect(() => migrate(database, broken)).toThrow("syntax");
  database.close();
  const { store, close } = createSqliteStore(openNodeDatabase(path));
  expect(await store.load([documentKey("c1")])).toMatchObject([{ version: 4 }]);
  await close();
});

test("refuses a file that a newer Baton wrote, and says what to do", () => {
  const database = openNodeDatabase(":memory:");
  migrate(database, [...versions, ["CREATE TABLE later (x)"]]);
  expect(() => createSqliteStore(database)).toThrow(`version ${versions.length + 1}`);
});

test("gives cursors of another database the answer reset", async () => {
  const [one, other] = [1, 2].map(() => createSqliteStore(openNodeDatabase(":memory:")).store);
  if (one === undefined || other === undefined) throw new Error("two stores were opened");
  const page = await one.feed({ after: await feedNow(other), limit: 1, waitMs: 0, signal: AbortSignal.abort() });
  expect(page.status).toBe("reset");
});
