import type { Commit, LeasedEffect, NewEffect } from "../../../src/ports/store.ts";
import type { SqlDatabase } from "./database.ts";
import { dead, ready, waiting } from "./schema.ts";

export interface EffectPlace {
  readonly number: number;
  readonly lane: string | null;
  readonly state: number;
}

/** Where the effects of these ids stand; or the first id that is no longer there to be completed. */
export function findSettled(database: SqlDatabase, ids: readonly string[]): readonly EffectPlace[] | string {
  const places: EffectPlace[] = [];
  for (const id of ids) {
    const place = findPlace(database, id);
    if (place === undefined || place.state === dead) return id;
    places.push(place);
  }
  return places;
}

/** Returns the effect when it starts as leased. */
export function addEffect(
  database: SqlDatabase,
  effect: NewEffect,
  { at, lease }: Pick<Commit, "at" | "lease">,
): LeasedEffect | null {
  const { id, lane, pool, owner, dueAt, body } = effect;
  const isHead = lane === null || headOf(database, lane) === undefined;
  const isLeased = isHead && lease !== null && dueAt <= at && !lease.busyPools.includes(pool);
  const attempt = isLeased ? 1 : 0;
  const isNew = database.run(
    "INSERT INTO effects (id, lane, pool, owner, state, due_at, ready_at, attempt, body) " +
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    id,
    lane,
    pool,
    owner,
    isHead ? ready : waiting,
    dueAt,
    isLeased ? lease.untilMs : dueAt,
    attempt,
    JSON.stringify(body),
  );
  return isLeased && isNew ? { id, lane, pool, owner, attempt, failures: 0, body } : null;
}

export function findPlace(database: SqlDatabase, id: string): EffectPlace | undefined {
  return database.get("SELECT number, lane, state FROM effects WHERE id = ?", id);
}

/** Removes it wherever it stands; the lane goes on (I10). */
export function removeEffect(database: SqlDatabase, { number, lane }: EffectPlace): void {
  database.run("DELETE FROM effects WHERE number = ?", number);
  advance(database, lane);
}

/** Called when one left its lane: who is first now becomes ready, which changes nothing when it was before. */
export function advance(database: SqlDatabase, lane: string | null): void {
  const head = lane === null ? undefined : headOf(database, lane);
  if (head?.state === waiting) database.run("UPDATE effects SET state = 1 WHERE number = ?", head.number);
}

export function headOf(database: SqlDatabase, lane: string): Omit<EffectPlace, "lane"> | undefined {
  return database.get("SELECT number, state FROM effects WHERE lane = ? AND state < 2 ORDER BY number LIMIT 1", lane);
}

export function eraseEffects(database: SqlDatabase, owner: string): void {
  const places = database.all<EffectPlace>("SELECT number, lane, state FROM effects WHERE owner = ?", owner);
  for (const place of places) removeEffect(database, place);
}
