import { DatabaseSync, type StatementSync } from "node:sqlite";
import { StoreUnavailableError } from "../../../src/ports/store.ts";
import type { SqlDatabase } from "./database.ts";

export interface NodeDatabaseOptions {
  /** How long to wait for another process that is writing, in ms; the event loop waits with it. Default 2000. */
  readonly busyTimeoutMs?: number;
}

/** BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN: https://sqlite.org/rescode.html */
const unavailableCodes = new Set([5, 6, 8, 10, 13, 14]);

/** The only file that knows `node:sqlite`. `path`: a file, or ":memory:". */
export function openNodeDatabase(path: string, { busyTimeoutMs = 2_000 }: NodeDatabaseOptions = {}): SqlDatabase {
  const connection = guarded(path, () => open(path, busyTimeoutMs));
  const statements = new Map<string, StatementSync>();

  function prepared(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  return {
    run: (sql, ...params) => guarded(path, () => prepared(sql).run(...params).changes !== 0),
    get: <Row>(sql: string, ...params: (string | number | null)[]) =>
      guarded(path, () => prepared(sql).get(...params) as Row | undefined),
    all: <Row>(sql: string, ...params: (string | number | null)[]) =>
      guarded(path, () => prepared(sql).all(...params) as unknown as readonly Row[]),
    transaction: (work) =>
      guarded(path, () => {
        prepared("BEGIN IMMEDIATE").run();
        try {
          const outcome = work();
          prepared("COMMIT").run();
          return outcome;
        } catch (error) {
          // A full disk ends the transaction by itself.
          if (connection.isOpen && connection.isTransaction) prepared("ROLLBACK").run();
          throw error;
        }
      }),
    overwriting: (work) =>
      guarded(path, () => {
        prepared("PRAGMA secure_delete = ON").get();
        try {
          return work();
        } finally {
          prepared("PRAGMA secure_delete = FAST").get();
        }
      }),
    defer(flush) {
      setImmediate(flush);
    },
    close: () => connection.close(),
  };
}

function open(path: string, timeout: number): DatabaseSync {
  const connection = new DatabaseSync(path, { timeout });
  connection.exec("PRAGMA journal_mode = WAL");
  // Every acknowledged commit survives a power cut (I1); group commit pays for it.
  connection.exec("PRAGMA synchronous = FULL");
  // Erased text is overwritten where that costs no more writing (I15).
  connection.exec("PRAGMA secure_delete = FAST");
  // 12 MB instead of 4: pages that many commits touch are moved to the file less often. More still would save
  // little, and moving it all at once would hold up the event loop for longer.
  connection.exec("PRAGMA wal_autocheckpoint = 3000");
  connection.exec("PRAGMA cache_size = -65536");
  return connection;
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreUnavailableError(
      `The database ${path} cannot be used: ${reason}. Check the disk's free space and rights, ` +
        "and that no other process holds the file.",
      { cause: error },
    );
  }
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // Node's own code for a connection that was closed.
  if ("code" in error && error.code === "ERR_INVALID_STATE") return true;
  return "errcode" in error && typeof error.errcode === "number" && unavailableCodes.has(error.errcode & 0xff);
}
