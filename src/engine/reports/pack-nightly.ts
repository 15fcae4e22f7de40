import type { LeasedEffect, NewEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import { othersFirst } from "../others-first.ts";
import type { Parts } from "../parts.ts";
import { dayMs, dayOf, type ReportPack } from "./documents.ts";
import { packRowsBefore } from "./pack-rows.ts";

/** After midnight in UTC, when most of yesterday has come to rest. */
const nightlyAtMs = 2 * 3_600_000;

export interface NightlyPacking {
  /** Once in a process: from then on every night plans the next one. */
  arm(): Promise<void>;
  /** For the effect `report-pack`. */
  run(leased: LeasedEffect): Promise<Outcome>;
}

export function createNightlyPacking(parts: Parts): NightlyPacking {
  const { store, clock } = parts;
  let armed: Promise<void> | null = null;

  async function plan(settles: readonly string[]): Promise<void> {
    const at = clock.now();
    const effect = packEffect(dayOf(at));
    await store.commit({ ...emptyCommit(at), settles, effects: [effect] });
    parts.wakeAt(effect.dueAt);
  }

  return {
    arm() {
      armed ??= plan([]).catch((error: unknown) => {
        armed = null;
        throw error;
      });
      return armed;
    },
    async run(leased) {
      await packRowsBefore(parts, dayOf(clock.now()), othersFirst);
      await plan([leased.id]);
      return { outcome: "settled" };
    },
  };
}

/** One for each night, whoever asks for it and however often. */
function packEffect(day: number): NewEffect {
  const body: ReportPack = { type: "report-pack", day };
  const dueAt = (day + 1) * dayMs + nightlyAtMs;
  return { id: `report-pack.${day}`, lane: "report-pack", pool: "timer", dueAt, owner: "", body, whenLeased: [] };
}
