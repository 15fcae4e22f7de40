import type { SearchHit, SearchQuery } from "../../../src/ports/store.ts";
import type { SqlDatabase } from "./database.ts";

/**
 * Indexing words costs more than all the rest of a commit, so that a commit only stores them with the entry.
 * Entries are numbered in the order of writing: those after `indexed_to` are not indexed yet. `indexMore` does
 * it in idle moments and before every search, which is therefore never behind.
 */
const indexedAtOnce = 200;
/** In idle moments fewer than this are left for later: what each transaction adds to the index is merged again and again. */
const worthIndexing = 50;

interface EntryWords {
  readonly number: number;
  readonly words: string;
}

/** The words as they are stored and indexed. */
export function joinedWords(words: readonly string[]): string {
  return words.map(token).join(" ");
}

/** Indexes a bounded piece; true when more is left. */
export function indexMore(database: SqlDatabase): boolean {
  const rows = database.all<EntryWords>(
    "SELECT number, words FROM entries WHERE number > (SELECT indexed_to FROM search_progress) ORDER BY number LIMIT ?",
    indexedAtOnce,
  );
  const last = rows.at(-1);
  if (last === undefined) return false;
  for (const row of rows) addToIndex(database, row);
  database.run("UPDATE search_progress SET indexed_to = ?", last.number);
  return rows.length === indexedAtOnce;
}

export function isWorthIndexing(database: SqlDatabase): boolean {
  const row = database.get<{ behind: number | null }>(
    "SELECT (SELECT max(number) FROM entries) - indexed_to AS behind FROM search_progress",
  );
  return (row?.behind ?? 0) >= worthIndexing;
}

/** For an entry whose words change, or (with none) which goes. Its row must still hold the old ones, or have gone. */
export function replaceWords(database: SqlDatabase, entry: EntryWords, words: string): void {
  // A message is rewritten with every receipt, nearly always with the same words.
  if (words === entry.words || entry.number > indexedTo(database)) return;
  if (entry.words !== "") {
    database.run(
      "INSERT INTO searchable (searchable, rowid, words) VALUES ('delete', ?, ?)",
      entry.number,
      entry.words,
    );
  }
  addToIndex(database, { number: entry.number, words });
}

/** The numbers of entries that were erased from the end are given again: they must not count as indexed. */
export function rewindIndex(database: SqlDatabase): void {
  database.run(
    "UPDATE search_progress SET indexed_to = min(indexed_to, (SELECT coalesce(max(number), 0) FROM entries))",
  );
}

export function findMessages(database: SqlDatabase, { words, limit }: SearchQuery): readonly SearchHit[] {
  const wanted = [...new Set(words.map(token))].filter((word) => word !== "");
  if (wanted.length === 0) return [];
  const rows = database.all<{ owner: string; seq: number }>(
    "SELECT owner, seq FROM searchable JOIN entries ON entries.number = searchable.rowid " +
      "WHERE searchable MATCH ? ORDER BY searchable.rowid DESC LIMIT ?",
    wanted.map((word) => `"${word}"`).join(" AND "),
    limit,
  );
  return rows.map(({ owner, seq }) => ({ conversationId: owner, seq }));
}

function addToIndex(database: SqlDatabase, { number, words }: EntryWords): void {
  if (words !== "") database.run("INSERT INTO searchable (rowid, words) VALUES (?, ?)", number, words);
}

function indexedTo(database: SqlDatabase): number {
  return database.get<{ indexed_to: number }>("SELECT indexed_to FROM search_progress")?.indexed_to ?? 0;
}

/** ASCII signs would cut a word in two, so that they go to the private area of Unicode, where no text is. */
function token(word: string): string {
  return word.replace(/[\0-\x2f:-@[-`{-\x7f]/g, (sign) => String.fromCharCode(0xe000 + sign.charCodeAt(0)));
}
