-- A file as version 2 left it. Never edited: what comes after must still open it.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('version', '2'), ('identity', '0f1e2d3c');
CREATE TABLE documents (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE (id, kind));
CREATE TABLE claims (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, note TEXT NOT NULL, at INTEGER NOT NULL);
CREATE TABLE entries (number INTEGER PRIMARY KEY, log TEXT NOT NULL, owner TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL, words TEXT NOT NULL, UNIQUE (owner, seq, log));
CREATE TABLE effects (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, lane TEXT, pool TEXT NOT NULL, owner TEXT NOT NULL,
      state INTEGER NOT NULL, due_at INTEGER NOT NULL, ready_at INTEGER NOT NULL, attempt INTEGER NOT NULL,
      body TEXT NOT NULL, error TEXT NOT NULL DEFAULT '', died_at INTEGER, failures INTEGER NOT NULL DEFAULT 0);
CREATE INDEX effects_ready ON effects (pool, ready_at, number) WHERE state = 1;
CREATE INDEX effects_lane ON effects (lane, number) WHERE lane IS NOT NULL AND state < 2;
CREATE INDEX effects_dead ON effects (died_at, number) WHERE state = 2;
CREATE INDEX effects_owner ON effects (owner);
CREATE TABLE listings (view TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, sort REAL NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (view, id)) WITHOUT ROWID;
CREATE INDEX listings_sorted ON listings (view, key, sort, id);
CREATE TABLE feed (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, type TEXT NOT NULL, conversation_id TEXT, data TEXT NOT NULL);
CREATE TABLE search_progress (indexed_to INTEGER NOT NULL);
INSERT INTO search_progress (indexed_to) VALUES (0);
CREATE VIRTUAL TABLE searchable USING fts5 (words, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
INSERT INTO searchable (searchable, rank) VALUES ('secure-delete', 1);
INSERT INTO documents VALUES (1, 'conversation', 'c1', 4, '{"phase":"queue"}');
INSERT INTO claims VALUES (1, 'k1', 'first', 2208988800000);
INSERT INTO entries VALUES (1, 'messages', 'c1', 1, '{"text":"refund please"}', 'refund please'), (2, 'records', 'c1', 1, '{}', ''), (3, 'messages', 'c1', 2, '{"text":"thanks"}', 'thanks');
INSERT INTO searchable (rowid, words) VALUES (1, 'refund please');
UPDATE search_progress SET indexed_to = 2;
INSERT INTO effects VALUES (1, 'head', 'l', 'p', 'c1', 1, 2208988799995, 2208988799999, 2, '{"n":1}', 'busy', NULL, 1), (2, 'next', 'l', 'p', 'c1', 0, 2208988799995, 2208988799995, 0, '{"n":2}', '', NULL, 0), (3, 'dead', NULL, 'p', 'c1', 2, 2208988799995, 2208988799995, 1, '{"n":3}', 'no', 2208988800000, 0);
INSERT INTO listings VALUES ('inbox', 'c1', 'open', 1.0, 'conversation');
INSERT INTO feed VALUES (1, 2208988800000, 'a', 'c1', '{}'), (2, 2208988800000, 'b', 'c1', '{}');
