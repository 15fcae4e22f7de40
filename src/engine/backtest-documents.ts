/** How backtests lie in the store: with ids and counts, and without a word that anybody said (I15). */
import type { BacktestResult } from "../core/rules/backtest.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { WantedPast } from "./backtest-run.ts";
import type { UnknownFact } from "./backtest-unknown.ts";

export interface StoredBacktest {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly by: string;
  readonly startedAt: number;
  /** When its process last said that it is at work. */
  readonly updatedAt: number;
  readonly wanted: WantedPast;
  /** In force when it began. */
  readonly version: number;
  readonly draft: { readonly id: string; readonly name: string };
  readonly status: "running" | "ended" | "failed";
  /** Looked at so far. */
  readonly conversations: number;
  readonly outcome: BacktestOutcome | null;
}

export interface BacktestOutcome {
  readonly isCut: boolean;
  readonly result: BacktestResult;
  readonly unknown: readonly UnknownFact[];
  /** Of rules, queues and teams, as both settings call them: by then somebody may have renamed them. */
  readonly names: { readonly inForce: Names; readonly draft: Names };
}

export interface Names {
  readonly rules: Readonly<Record<string, string>>;
  readonly queues: Readonly<Record<string, string>>;
  readonly teams: Readonly<Record<string, string>>;
}

export const backtestView = { view: "backtests", key: "all" };
export const backtestKey = (id: string) => ({ kind: "backtest", id });

export function namesOf({ rules, queues, teams }: Settings): Names {
  return { rules: namesIn(rules), queues: namesIn(queues), teams: namesIn(teams) };
}

function namesIn(members: Readonly<Record<string, { readonly name: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(members).map(([id, { name }]) => [id, name]));
}
