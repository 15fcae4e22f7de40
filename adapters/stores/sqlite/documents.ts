import type { Commit, DocumentKey, StoredDocument } from "../../../src/ports/store.ts";
import type { SqlDatabase } from "./database.ts";

export function loadDocument(database: SqlDatabase, { kind, id }: DocumentKey): StoredDocument | null {
  const row = database.get<{ version: number; body: string }>(
    "SELECT version, body FROM documents WHERE id = ? AND kind = ?",
    id,
    kind,
  );
  return row === undefined ? null : { kind, id, version: row.version, body: JSON.parse(row.body) };
}

export function isStale(database: SqlDatabase, expects: Commit["expects"]): boolean {
  return expects.some(({ kind, id, version }) => {
    const row = database.get<{ version: number }>("SELECT version FROM documents WHERE id = ? AND kind = ?", id, kind);
    return (row?.version ?? 0) !== version;
  });
}

export function putDocument(database: SqlDatabase, { kind, id, body }: Commit["puts"][number]): void {
  database.run(
    "INSERT INTO documents (kind, id, version, body) VALUES (?, ?, 1, ?) " +
      "ON CONFLICT (id, kind) DO UPDATE SET version = version + 1, body = excluded.body",
    kind,
    id,
    JSON.stringify(body),
  );
}

export function removeDocument(database: SqlDatabase, { kind, id }: DocumentKey): void {
  database.run("DELETE FROM documents WHERE id = ? AND kind = ?", id, kind);
}
