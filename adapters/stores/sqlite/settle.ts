import type { Settlement } from "../../../src/ports/store.ts";
import type { SqlDatabase } from "./database.ts";
import { advance, headOf, removeEffect } from "./effects.ts";
import { dead, ready, waiting } from "./schema.ts";

interface EffectRow {
  readonly number: number;
  readonly lane: string | null;
  readonly state: number;
  readonly attempt: number;
}

export function settle(database: SqlDatabase, settlement: Settlement): void {
  const row = database.get<EffectRow>("SELECT number, lane, state, attempt FROM effects WHERE id = ?", settlement.id);
  if (row === undefined) return;
  if (settlement.outcome === "revive") {
    if (row.state === dead) revive(database, row, settlement.dueAt);
  } else if (row.state === ready && row.attempt === settlement.attempt) {
    end(database, row, settlement);
  }
}

function end(database: SqlDatabase, row: EffectRow, settlement: Exclude<Settlement, { outcome: "revive" }>): void {
  switch (settlement.outcome) {
    case "done":
      removeEffect(database, row);
      return;
    case "retry":
      database.run(
        "UPDATE effects SET due_at = ?1, ready_at = ?1, failures = failures + 1, error = ?2 WHERE number = ?3",
        settlement.dueAt,
        settlement.error,
        row.number,
      );
      return;
    case "hand-back":
      database.run("UPDATE effects SET ready_at = due_at, attempt = attempt - 1 WHERE number = ?", row.number);
      return;
    case "dead":
      database.run(
        "UPDATE effects SET state = ?, died_at = ?, error = ? WHERE number = ?",
        dead,
        settlement.at,
        settlement.error,
        row.number,
      );
      advance(database, row.lane);
  }
}

/** A new number is the end of the lane. */
function revive(database: SqlDatabase, { number, lane }: EffectRow, dueAt: number): void {
  const isHead = lane === null || headOf(database, lane) === undefined;
  database.run(
    "UPDATE effects SET number = (SELECT max(number) + 1 FROM effects), " +
      "state = ?1, due_at = ?2, ready_at = ?2, attempt = 0, failures = 0, error = '', died_at = NULL WHERE number = ?3",
    isHead ? ready : waiting,
    dueAt,
    number,
  );
}
