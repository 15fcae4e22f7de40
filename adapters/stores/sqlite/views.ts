import type { DocumentKey, IndexChange, Page, Query } from "../../../src/ports/store.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { SqlDatabase } from "./database.ts";

type ViewQuery = Extract<Query, { view: string }>;
type CountQuery = Extract<Query, { counted: string }>;

interface ListedRow {
  readonly sort: number;
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

const listed =
  "SELECT sort, listings.kind, listings.id, version, body FROM listings " +
  "JOIN documents ON documents.id = listings.id AND documents.kind = listings.kind WHERE view = ? AND key = ?";
const pages = {
  ascending: {
    first: `${listed} ORDER BY sort, listings.id LIMIT ?`,
    next: `${listed} AND (sort, listings.id) > (?, ?) ORDER BY sort, listings.id LIMIT ?`,
  },
  descending: {
    first: `${listed} ORDER BY sort DESC, listings.id DESC LIMIT ?`,
    next: `${listed} AND (sort, listings.id) < (?, ?) ORDER BY sort DESC, listings.id DESC LIMIT ?`,
  },
};

export function changeListing(database: SqlDatabase, change: IndexChange): void {
  // The port's `previousKey` is for stores that keep one list per key; here (view, id) finds the entry.
  if (change.change === "remove") {
    database.run("DELETE FROM listings WHERE view = ? AND id = ?", change.view, change.id);
    return;
  }
  const { view, key, sort, kind, id } = change;
  database.run(
    "INSERT INTO listings (key, sort, kind, view, id) VALUES (?, ?, ?, ?, ?) " +
      "ON CONFLICT (view, id) DO UPDATE SET key = excluded.key, sort = excluded.sort, kind = excluded.kind",
    key,
    sort,
    kind,
    view,
    id,
  );
}

export function pageOfView(database: SqlDatabase, { view, key, limit, order, cursor }: ViewQuery): Page {
  const rows =
    cursor === null
      ? database.all<ListedRow>(pages[order].first, view, key, limit + 1)
      : database.all<ListedRow>(pages[order].next, view, key, ...decodeCursor(cursor), limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ kind, id, version, body }) => ({ kind, id, version, body: JSON.parse(body) })),
    next: last !== undefined && rows.length > limit ? encodeCursor([last.sort, last.id]) : null,
  };
}

/** From the index alone. */
export function countOfView(database: SqlDatabase, { counted, key }: CountQuery): Page {
  const sql = "SELECT count(*) AS count FROM listings WHERE view = ? AND key = ?";
  const count = database.get<{ count: number }>(sql, counted, key)?.count ?? 0;
  return { items: [{ counted, count, body: null }], next: null };
}

/** From every view. Views are few: jumping from one to the next is cheaper than one more index for every commit. */
export function eraseListings(database: SqlDatabase, id: string, kind: DocumentKey["kind"] | null): void {
  let row = database.get<{ view: string }>("SELECT view FROM listings ORDER BY view LIMIT 1");
  while (row !== undefined) {
    database.run("DELETE FROM listings WHERE view = ?1 AND id = ?2 AND kind = coalesce(?3, kind)", row.view, id, kind);
    row = database.get("SELECT view FROM listings WHERE view > ? ORDER BY view LIMIT 1", row.view);
  }
}
