import type { LeasedEffect, TakeDue, Taken } from "../../../src/ports/store.ts";
import type { SqlDatabase } from "./database.ts";

interface DueRow {
  readonly number: number;
  readonly id: string;
  readonly lane: string | null;
  readonly pool: string;
  readonly owner: string;
  readonly attempt: number;
  readonly body: string;
  readonly ready_at: number;
}

export function takeDue(database: SqlDatabase, { now, limit, leaseUntilMs, busyPools }: TakeDue): Taken {
  const pools = readyPools(database);
  // Pool by pool, so that a long queue before a busy one is never walked through.
  const due = pools
    .filter((pool) => !busyPools.includes(pool))
    .flatMap((pool) => dueIn(database, pool, now, limit))
    .sort((a, b) => a.ready_at - b.ready_at || a.number - b.number)
    .slice(0, limit);
  return {
    effects: due.map((row) => leased(database, row, leaseUntilMs)),
    nextDueAt: pools.reduce<number | null>((earliest, pool) => {
      const first = firstReadyAt(database, pool);
      return earliest === null || first < earliest ? first : earliest;
    }, null),
  };
}

/**
 * Whoever held a lease is gone: one process owns a database, and it has only just opened it. Without this an effect
 * that was running at a crash would wait for the end of its lease.
 */
export function endLeases(database: SqlDatabase): void {
  database.run("UPDATE effects SET ready_at = due_at WHERE state = 1 AND ready_at > due_at");
}

function readyPools(database: SqlDatabase): readonly string[] {
  const pools: string[] = [];
  let row = database.get<{ pool: string }>("SELECT pool FROM effects WHERE state = 1 ORDER BY pool LIMIT 1");
  while (row !== undefined) {
    pools.push(row.pool);
    row = database.get("SELECT pool FROM effects WHERE state = 1 AND pool > ? ORDER BY pool LIMIT 1", row.pool);
  }
  return pools;
}

function dueIn(database: SqlDatabase, pool: string, now: number, limit: number): readonly DueRow[] {
  return database.all(
    "SELECT number, id, lane, pool, owner, attempt, body, ready_at FROM effects " +
      "WHERE state = 1 AND pool = ? AND ready_at <= ? ORDER BY ready_at, number LIMIT ?",
    pool,
    now,
    limit,
  );
}

function leased(database: SqlDatabase, row: DueRow, untilMs: number): LeasedEffect {
  const { number, id, lane, pool, owner, body } = row;
  const attempt = row.attempt + 1;
  database.run("UPDATE effects SET ready_at = ?, attempt = ? WHERE number = ?", untilMs, attempt, number);
  return { id, lane, pool, owner, attempt, body: JSON.parse(body) };
}

function firstReadyAt(database: SqlDatabase, pool: string): number {
  const row = database.get<{ ready_at: number }>(
    "SELECT ready_at FROM effects WHERE state = 1 AND pool = ? ORDER BY ready_at LIMIT 1",
    pool,
  );
  return row?.ready_at ?? Number.POSITIVE_INFINITY;
}
