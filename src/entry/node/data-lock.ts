import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openNodeDatabase } from "../../../adapters/stores/sqlite/node.ts";
import { StoreUnavailableError } from "../../ports/store.ts";

export type DataLock =
  | { readonly status: "taken"; release(): void }
  | { readonly status: "held"; readonly problem: string };

/**
 * An SQLite store belongs to one process at a time, because what it remembers is in memory. The lock is a
 * transaction that stays open: the system gives it back even when the process is killed.
 */
export async function lockDataFolder(dataDir: string): Promise<DataLock> {
  const database = openNodeDatabase(join(dataDir, "lock.db"));
  try {
    database.run("BEGIN EXCLUSIVE");
    return { status: "taken", release: () => database.close() };
  } catch (error) {
    database.close();
    if (!(error instanceof StoreUnavailableError)) throw error;
    const origin = await readRunningOrigin(dataDir);
    const where = origin === null ? "" : ` at ${origin}`;
    const problem = `Another Baton works on ${dataDir}${where}. End it first, or give this one a BATON_DATA_DIR of its own.`;
    return { status: "held", problem };
  }
}

const fileName = "origin";

/** Where the process that holds the lock can be reached; for commands that want to speak to it. */
export async function writeRunningOrigin(dataDir: string, origin: string): Promise<void> {
  await writeFile(join(dataDir, fileName), origin);
}

export async function readRunningOrigin(dataDir: string): Promise<string | null> {
  return readFile(join(dataDir, fileName), "utf8").catch(() => null);
}

export async function removeRunningOrigin(dataDir: string): Promise<void> {
  await rm(join(dataDir, fileName), { force: true });
}
