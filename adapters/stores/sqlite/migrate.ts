import type { SqlDatabase } from "./database.ts";
import { versions } from "./schema.ts";

/** Brings the stored form up to date, one version at a time, each in a transaction of its own. */
export function migrate(database: SqlDatabase, upTo: readonly (readonly string[])[] = versions): void {
  database.run("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
  const stored = Number(metaValue(database, "version") ?? "0");
  if (stored > upTo.length) {
    throw new Error(
      `The database has the form of version ${stored}, and this Baton knows versions up to ${upTo.length}. ` +
        "Start the newer Baton that wrote it, or restore a backup made before the update.",
    );
  }
  for (const [index, statements] of upTo.entries()) {
    if (index < stored) continue;
    database.transaction(() => {
      for (const statement of statements) database.run(statement);
      database.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('version', ?)", String(index + 1));
    });
  }
}

/** Tells the cursors of this database from those of another: a memory store starts anew with every process. */
export function identity(database: SqlDatabase): string {
  const fresh = crypto.randomUUID().slice(0, 8);
  database.run("INSERT OR IGNORE INTO meta (key, value) VALUES ('identity', ?)", fresh);
  return metaValue(database, "identity") ?? fresh;
}

function metaValue(database: SqlDatabase, key: string): string | undefined {
  return database.get<{ value: string }>("SELECT value FROM meta WHERE key = ?", key)?.value;
}
