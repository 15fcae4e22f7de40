import type { LeasedEffect, TakeDue, Taken } from "../../../src/ports/store.ts";
import type { SqlDatabase } from "./database.ts";

interface DueRow {
  readonly number: number;
  readonly id: string;
  readonly lane: string | null;
  readonly pool: string;
  readonly owner: string;
  readonly attempt: number;
  readonly failures: number;
  readonly body: string;
  readonly ready_at: number;
}

export function takeDue(database: SqlDatabase, { now, limit, leaseUntilMs, busyPools }: TakeDue): Taken {
  const pools = readyPools(database);
  // Pool by pool, so that a long queue before a busy one is never walked through.
  const due = pools
    .filter(({ pool, firstAt }) => firstAt <= now && !busyPools.includes(pool))
    .flatMap(({ pool }) => dueIn(database, pool, now, limit))
    .sort((a, b) => a.ready_at - b.ready_at || a.number - b.number)
    .slice(0, limit);
  const effects = due.map((row) => leased(database, row, leaseUntilMs));
  const left = effects.length === 0 ? pools : readyPools(database);
  return {
    effects,
    nextDueAt: left.reduce<number | null>((earliest, { firstAt }) => Math.min(earliest ?? firstAt, firstAt), null),
  };
}

/**
 * Whoever held a lease is gone: one process owns a database, and it has only just opened it. Without this an effect
 * that was running at a crash would wait for the end of its lease.
 */
export function endLeases(database: SqlDatabase): void {
  database.run("UPDATE effects SET ready_at = due_at WHERE state = 1 AND ready_at > due_at");
}

interface ReadyPool {
  readonly pool: string;
  /** When its first may be taken. */
  readonly firstAt: number;
}

/** Pools are few: jumping from one to the next is cheaper than walking through what is ready in them. */
function readyPools(database: SqlDatabase): readonly ReadyPool[] {
  const first = "SELECT pool, ready_at AS firstAt FROM effects WHERE state = 1";
  const pools: ReadyPool[] = [];
  let row = database.get<ReadyPool>(`${first} ORDER BY pool, ready_at LIMIT 1`);
  while (row !== undefined) {
    pools.push(row);
    row = database.get<ReadyPool>(`${first} AND pool > ? ORDER BY pool, ready_at LIMIT 1`, row.pool);
  }
  return pools;
}

function dueIn(database: SqlDatabase, pool: string, now: number, limit: number): readonly DueRow[] {
  return database.all(
    "SELECT number, id, lane, pool, owner, attempt, failures, body, ready_at FROM effects " +
      "WHERE state = 1 AND pool = ? AND ready_at <= ? ORDER BY ready_at, number LIMIT ?",
    pool,
    now,
    limit,
  );
}

function leased(database: SqlDatabase, row: DueRow, untilMs: number): LeasedEffect {
  const { number, id, lane, pool, owner, failures, body } = row;
  const attempt = row.attempt + 1;
  database.run("UPDATE effects SET ready_at = ?, attempt = ? WHERE number = ?", untilMs, attempt, number);
  return { id, lane, pool, owner, attempt, failures, body: JSON.parse(body) };
}
