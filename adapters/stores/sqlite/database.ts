export type SqlValue = string | number | null;

/**
 * All that the store needs of an SQLite, so that `node:sqlite` and a Durable Object run the same SQL.
 * Everything is synchronous; drivers keep prepared statements by their text, so texts are constants.
 * A backend that is full, locked or closed throws StoreUnavailableError.
 */
export interface SqlDatabase {
  /** True when a row was changed. */
  run(sql: string, ...params: readonly SqlValue[]): boolean;
  get<Row>(sql: string, ...params: readonly SqlValue[]): Row | undefined;
  all<Row>(sql: string, ...params: readonly SqlValue[]): readonly Row[];
  /** Commits when `work` returns; leaves nothing when it throws. Not nested. */
  transaction<T>(work: () => T): T;
  /** What is deleted within is overwritten, where the backend lets us say so (I15). */
  overwriting<T>(work: () => T): T;
  /** Calls back soon, once: what was asked for until then shares one transaction. */
  defer(flush: () => void): void;
  close(): void;
}
