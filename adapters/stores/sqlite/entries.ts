import type { LogEntry, Page, Query } from "../../../src/ports/store.ts";
import type { SqlDatabase } from "./database.ts";
import { joinedWords, replaceWords, rewindIndex } from "./search.ts";

interface EntryRow {
  readonly number: number;
  readonly words: string;
}

export function putEntry(database: SqlDatabase, entry: LogEntry): void {
  const { log, owner, seq } = entry;
  const body = JSON.stringify(entry.body);
  const words = log === "messages" && entry.words !== null ? joinedWords(entry.words) : "";
  const isNew = database.run(
    "INSERT INTO entries (log, owner, seq, body, words) VALUES (?, ?, ?, ?, ?) ON CONFLICT (owner, seq, log) DO NOTHING",
    log,
    owner,
    seq,
    body,
    words,
  );
  if (isNew) return;
  if (entry.words === null) {
    database.run("UPDATE entries SET body = ? WHERE owner = ? AND seq = ? AND log = ?", body, owner, seq, log);
    return;
  }
  const row = database.get<EntryRow>(
    "SELECT number, words FROM entries WHERE owner = ? AND seq = ? AND log = ?",
    owner,
    seq,
    log,
  );
  if (row === undefined) throw new Error(`The entry ${log}/${owner}/${seq} was neither added nor found.`);
  replaceWords(database, row, words);
  // The row keeps its number, and so its place among what search finds.
  database.run("UPDATE entries SET body = ?, words = ? WHERE number = ?", body, words, row.number);
}

export function pageOfLog(database: SqlDatabase, query: Extract<Query, { log: string }>): Page {
  const { log, owner, limit, order, afterSeq } = query;
  const ascending = order === "ascending";
  const rows = database.all<{ seq: number; body: string }>(
    ascending
      ? "SELECT seq, body FROM entries WHERE owner = ? AND log = ? AND seq > ? ORDER BY seq LIMIT ?"
      : "SELECT seq, body FROM entries WHERE owner = ? AND log = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
    owner,
    log,
    afterSeq ?? (ascending ? -1 : Number.MAX_SAFE_INTEGER),
    limit + 1,
  );
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ seq, body }) => ({ log, owner, seq, body: JSON.parse(body) })),
    next: rows.length > limit ? String(shown.at(-1)?.seq) : null,
  };
}

export function eraseEntries(database: SqlDatabase, owner: string): void {
  const rows = database.all<EntryRow>("SELECT number, words FROM entries WHERE owner = ?", owner);
  if (rows.length === 0) return;
  for (const row of rows) replaceWords(database, row, "");
  database.run("DELETE FROM entries WHERE owner = ?", owner);
  rewindIndex(database);
}
