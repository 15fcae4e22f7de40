import type { LeasedEffect, NewEffect } from "../../ports/store.ts";
import { armOnce } from "../arm-once.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import { othersFirst } from "../others-first.ts";
import type { Parts } from "../parts.ts";
import type { ReportPack } from "./documents.ts";
import { packRowsAtRest } from "./pack-rows.ts";

const hourMs = 3_600_000;
/** Somewhat after the full hour, when everything else happens. */
const minutesPastMs = 7 * 60_000;

export interface HourlyPacking {
  /** Once in a process: from then on every hour plans the next one. */
  arm(): Promise<void>;
  /** For the effect `report-pack`. */
  run(leased: LeasedEffect): Promise<Outcome>;
}

export function createHourlyPacking(parts: Parts): HourlyPacking {
  const { store, clock } = parts;

  async function plan(at: number, settles: readonly string[]): Promise<void> {
    const effect = packEffect(at);
    await store.commit({ ...emptyCommit(at), settles, effects: [effect] });
    parts.wakeAt(effect.dueAt);
  }

  return {
    arm: armOnce(() => plan(clock.now(), [])),
    async run(leased) {
      // Time may go on while others go first: what is planned next follows from when this one began.
      const at = clock.now();
      await packRowsAtRest(parts, at - hourMs, othersFirst);
      await plan(at, [leased.id]);
      return { outcome: "settled" };
    },
  };
}

/** One for each hour, whoever asks for it and however often. */
function packEffect(at: number): NewEffect {
  const hour = Math.floor((at - minutesPastMs) / hourMs) + 1;
  const dueAt = hour * hourMs + minutesPastMs;
  const body: ReportPack = { type: "report-pack" };
  return { id: `report-pack.hour-${hour}`, lane: "report-pack", pool: "timer", dueAt, owner: "", body, whenLeased: [] };
}
