/**
 * One list of statements per version of the stored form, oldest first. A released version is never edited:
 * a change is a new version at the end, and a dump of the old one stays in test/adapters/stores/sqlite/versions.
 */
export const versions: readonly (readonly string[])[] = [
  [
    "CREATE TABLE documents (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE (id, kind))",
    // Numbered, so that the oldest claims are found and purged without an index on time.
    "CREATE TABLE claims (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, note TEXT NOT NULL, at INTEGER NOT NULL)",
    // `number` is the order of writing: search shows the newest first by it.
    "CREATE TABLE entries (number INTEGER PRIMARY KEY, log TEXT NOT NULL, owner TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL, words TEXT NOT NULL, UNIQUE (owner, seq, log))",

    // `due_at`: when it was to run; `ready_at`: when it may be taken, which a lease moves to the lease's end.
    `CREATE TABLE effects (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, lane TEXT, pool TEXT NOT NULL, owner TEXT NOT NULL,
      state INTEGER NOT NULL, due_at INTEGER NOT NULL, ready_at INTEGER NOT NULL, attempt INTEGER NOT NULL,
      body TEXT NOT NULL, error TEXT NOT NULL DEFAULT '', died_at INTEGER)`,
    "CREATE INDEX effects_ready ON effects (pool, ready_at, number) WHERE state = 1",
    "CREATE INDEX effects_lane ON effects (lane, number) WHERE lane IS NOT NULL AND state < 2",
    "CREATE INDEX effects_dead ON effects (died_at, number) WHERE state = 2",
    "CREATE INDEX effects_owner ON effects (owner)",

    "CREATE TABLE listings (view TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, sort REAL NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (view, id)) WITHOUT ROWID",
    "CREATE INDEX listings_sorted ON listings (view, key, sort, id)",

    "CREATE TABLE feed (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, type TEXT NOT NULL, conversation_id TEXT, data TEXT NOT NULL)",

    // Up to which entry the words are indexed: see search.ts.
    "CREATE TABLE search_progress (indexed_to INTEGER NOT NULL)",
    "INSERT INTO search_progress (indexed_to) VALUES (0)",
    // We cut the words ourselves; the ascii tokenizer leaves everything beyond ASCII as it is.
    "CREATE VIRTUAL TABLE searchable USING fts5 (words, content = '', detail = none, columnsize = 0, tokenize = 'ascii')",
    // Erased words leave the index at once instead of waiting for a merge (I15).
    "INSERT INTO searchable (searchable, rank) VALUES ('secure-delete', 1)",
  ],
  // How often an effect was put off; leases that were lost count as attempts only.
  ["ALTER TABLE effects ADD COLUMN failures INTEGER NOT NULL DEFAULT 0"],
];

/** States of an effect: waits behind another, is head of its lane, failed for good. The indexes above say the numbers. */
export const waiting = 0;
export const ready = 1;
export const dead = 2;
