import { type FeedEntry, type FeedInput, feedKeptMs } from "../../../src/ports/store.ts";
import type { SqlDatabase } from "./database.ts";

const purgedAtOnce = 500;

interface FeedRow {
  readonly number: number;
  readonly at: number;
  readonly type: string;
  readonly conversation_id: string | null;
  readonly data: string;
}

export function addFeedEntry(database: SqlDatabase, { type, conversationId, data }: FeedInput, at: number): void {
  database.run(
    "INSERT INTO feed (at, type, conversation_id, data) VALUES (?, ?, ?, ?)",
    at,
    type,
    conversationId,
    JSON.stringify(data),
  );
}

export function newestFeedNumber(database: SqlDatabase): number {
  return database.get<{ number: number }>("SELECT number FROM feed ORDER BY number DESC LIMIT 1")?.number ?? 0;
}

/** False for a number that was never given, and for one after which something was purged. */
export function isFeedNumberKept(database: SqlDatabase, number: number, newest: number): boolean {
  if (number >= newest) return number === newest;
  const oldest = database.get<{ number: number }>("SELECT number FROM feed ORDER BY number LIMIT 1")?.number ?? 1;
  return number >= oldest - 1;
}

export function readFeed(
  database: SqlDatabase,
  after: number,
  limit: number,
  cursorOf: (number: number) => string,
): readonly FeedEntry[] {
  const rows = database.all<FeedRow>(
    "SELECT number, at, type, conversation_id, data FROM feed WHERE number > ? ORDER BY number LIMIT ?",
    after,
    limit,
  );
  return rows.map(({ number, at, type, conversation_id, data }) => {
    return { cursor: cursorOf(number), at, type, conversationId: conversation_id, data: JSON.parse(data) };
  });
}

/**
 * Purges from the old end only, up to the first entry that is still to be kept, so that what is left has no gap.
 * One entry always stays: with it the numbers go on instead of starting again.
 */
export function purgeFeed(database: SqlDatabase, now: number): void {
  const oldest = database.get<{ at: number }>("SELECT at FROM feed ORDER BY number LIMIT 1");
  if (oldest === undefined || oldest.at >= now - feedKeptMs) return;
  database.run(
    "DELETE FROM feed WHERE number < (SELECT coalesce(min(CASE WHEN at >= ? THEN number END), max(number)) " +
      `FROM (SELECT number, at FROM feed ORDER BY number LIMIT ${purgedAtOnce}))`,
    now - feedKeptMs,
  );
}
