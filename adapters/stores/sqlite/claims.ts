import { type Claim, claimKeptMs } from "../../../src/ports/store.ts";
import type { SqlDatabase } from "./database.ts";

const purgedAtOnce = 500;

/** The first of these claims that somebody has already made. */
export function findClaimed(database: SqlDatabase, claims: readonly Claim[]): Claim | undefined {
  for (const { key } of claims) {
    const row = database.get<{ note: string }>("SELECT note FROM claims WHERE key = ?", key);
    if (row !== undefined) return { key, note: row.note };
  }
  return undefined;
}

export function addClaim(database: SqlDatabase, { key, note }: Claim, at: number): void {
  database.run("INSERT INTO claims (key, note, at) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING", key, note, at);
}

export function purgeClaims(database: SqlDatabase, now: number): void {
  // Asked whenever there is nothing else to do, and nearly always for nothing: the oldest tells that for less.
  const oldest = database.get<{ at: number }>("SELECT at FROM claims ORDER BY number LIMIT 1");
  if (oldest === undefined || oldest.at >= now - claimKeptMs) return;
  database.run(
    `DELETE FROM claims WHERE at < ? AND number IN (SELECT number FROM claims ORDER BY number LIMIT ${purgedAtOnce})`,
    now - claimKeptMs,
  );
}
