import { StoreUnavailableError } from "../../../src/ports/store.ts";
import type { SqlDatabase, SqlValue } from "./database.ts";

interface DurableCursor {
  readonly rowsWritten: number;
  toArray(): unknown[];
}

/** What is used of a Durable Object's `ctx.storage`; stated here so that no Worker types are needed to read it. */
export interface DurableStorage {
  readonly sql: {
    exec(sql: string, ...params: SqlValue[]): DurableCursor;
  };
  transactionSync<T>(work: () => T): T;
}

/**
 * The SQLite of a Durable Object. It keeps prepared statements by their text, and its output gate holds back
 * every answer until what was written before is durable: there is nothing to sync here (I1).
 */
export function openDurableDatabase(storage: DurableStorage): SqlDatabase {
  let isOpen = true;

  function exec(sql: string, params: readonly SqlValue[]): DurableCursor {
    if (!isOpen) throw new StoreUnavailableError("The store was closed. Open it again from the object's storage.");
    return storage.sql.exec(sql, ...params);
  }

  return {
    run: (sql, ...params) => exec(sql, params).rowsWritten > 0,
    get: <Row>(sql: string, ...params: readonly SqlValue[]) => exec(sql, params).toArray()[0] as Row | undefined,
    all: <Row>(sql: string, ...params: readonly SqlValue[]) => exec(sql, params).toArray() as Row[],
    transaction: (work) => storage.transactionSync(work),
    // Its pages are not ours to see.
    overwriting: (work) => work(),
    defer(flush) {
      queueMicrotask(flush);
    },
    close() {
      isOpen = false;
    },
  };
}
