import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../adapters/stores/sqlite/node.ts";
import { type InWorkspace, sharing } from "./workspace.ts";

/** A SQLite file of its own. */
export const inFile: InWorkspace = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), "baton-workspace-"));
  try {
    await sharing(createSqliteStore(openNodeDatabase(join(folder, "baton.sqlite"))), work);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
