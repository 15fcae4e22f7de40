import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createSqliteStore } from "../../../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../../../adapters/stores/sqlite/node.ts";
import { emptyCommit } from "../../../../src/engine/empty-commit.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const inFolder = temporaryFolder();

test("what was erased stands nowhere in the file any more, however long it was", async () => {
  const path = inFolder("baton.db");
  const { store, close } = createSqliteStore(openNodeDatabase(path));
  const documents = Array.from({ length: 40 }, (_, index) => ({ kind: "customer", id: `cus_${index}` }));
  const words = "erased-7f3a ".repeat(2_000);
  await store.commit({ ...emptyCommit(0), puts: documents.map((key) => ({ ...key, body: { words } })) });
  await store.erase({ documents, conversationIds: [] });
  await close();
  expect(readFileSync(path, "latin1")).not.toContain("erased-7f3a");
});
