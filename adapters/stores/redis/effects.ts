import { feedKeptMs, type LeasedEffect, type Settlement, type TakeDue, type Taken } from "../../../src/ports/store.ts";
import { bodyOf, type Cell, cellsOf, rowsOf, textOf } from "./replies.ts";
import type { Argument, Scripts } from "./script.ts";
import { settleScript } from "./scripts/settle.ts";
import { takeDueScript } from "./scripts/take-due.ts";

export interface TakenWithUpkeep extends Taken {
  /** Messages whose words are not in the index yet. */
  readonly wordsWaiting: number;
  readonly hasOldFeed: boolean;
}

export async function takeDueEffects(scripts: Scripts, request: TakeDue): Promise<TakenWithUpkeep> {
  const { now, limit, leaseUntilMs, busyPools } = request;
  const cells = cellsOf(await scripts.run(takeDueScript, [now, limit, leaseUntilMs, ...busyPools]));
  const [nextDueAt, wordsWaiting, firstFeedMs] = cells;
  return {
    effects: rowsOf(cells.slice(3), 7).map(leasedEffect),
    nextDueAt: nextDueAt == null ? null : Number(nextDueAt),
    wordsWaiting: Number(wordsWaiting),
    hasOldFeed: firstFeedMs != null && Number(firstFeedMs) < now - feedKeptMs,
  };
}

export async function settleEffects(scripts: Scripts, settlements: readonly Settlement[]): Promise<void> {
  if (settlements.length > 0) await scripts.run(settleScript, settlements.flatMap(settlementArguments));
}

function leasedEffect([id, lane, pool, owner, attempt, failures, body]: readonly Cell[]): LeasedEffect {
  return {
    id: textOf(id),
    lane: laneOf(lane),
    pool: textOf(pool),
    owner: textOf(owner),
    attempt: Number(attempt),
    failures: Number(failures),
    body: bodyOf(body),
  };
}

export function laneOf(cell: Cell | undefined): string | null {
  return textOf(cell) || null;
}

function settlementArguments(settlement: Settlement): readonly Argument[] {
  const { id, outcome } = settlement;
  switch (outcome) {
    case "done":
    case "hand-back":
      return [outcome, id, settlement.attempt, "", ""];
    case "retry":
      return [outcome, id, settlement.attempt, settlement.dueAt, ""];
    case "dead":
      return [outcome, id, settlement.attempt, settlement.at, settlement.error.replaceAll("\0", " ")];
    case "revive":
      return [outcome, id, "", settlement.dueAt, ""];
  }
}
