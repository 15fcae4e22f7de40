import type { Page, Query } from "../../../src/ports/store.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { SqlDatabase } from "./database.ts";

interface DeadRow {
  readonly number: number;
  readonly id: string;
  readonly lane: string | null;
  readonly owner: string;
  readonly attempt: number;
  readonly died_at: number;
  readonly error: string;
  readonly body: string;
}

/** Newest first. */
export function pageOfDead(database: SqlDatabase, { limit, cursor }: Extract<Query, { dead: true }>): Page {
  const [diedAt, number] = cursor === null ? [Number.MAX_SAFE_INTEGER, 0] : decodeCursor(cursor);
  const rows = database.all<DeadRow>(
    "SELECT number, id, lane, owner, attempt, died_at, error, body FROM effects " +
      "WHERE state = 2 AND (died_at, number) < (?, ?) ORDER BY died_at DESC, number DESC LIMIT ?",
    diedAt,
    number,
    limit + 1,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id, lane, owner, attempt, died_at, error, body }) => {
      return { dead: true, id, lane, owner, attempt, at: died_at, error, body: JSON.parse(body) };
    }),
    next: last !== undefined && rows.length > limit ? encodeCursor([last.died_at, last.number]) : null,
  };
}
