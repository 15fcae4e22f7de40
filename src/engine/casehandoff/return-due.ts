import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import { begin } from "./begin.ts";
import type { CaseParts } from "./case-parts.ts";
import { type CaseHandoffReturn, readHandoff } from "./documents.ts";

const againMs = 60_000;

/** The date has come: everything goes back that is still as the job left it. */
export function createCaseReturn({ parts }: CaseParts) {
  return async (leased: LeasedEffect, { handoffId }: CaseHandoffReturn): Promise<Outcome> => {
    const stored = await readHandoff(parts.store, handoffId);
    if (!stored) return { outcome: "done" };
    const { choices, started, created } = stored.handoff;
    const by = (started ?? created).by;
    const event = { type: "undo-asked", by, isForced: choices.returnsByForce, cause: "date" } as const;
    const begun = await begin(parts, handoffId, event, { settles: [leased.id] });
    switch (begun.status) {
      case "changed":
      case "settled":
        return { outcome: "settled" };
      case "busy":
        return { outcome: "retry", error: "another case handoff of this person runs", retryAfterMs: againMs };
      case "refused":
        // Still on its way out: back comes after it.
        if (begun.code === "still-running") return { outcome: "retry", error: begun.code, retryAfterMs: againMs };
        return { outcome: "done" };
      case "missing":
        return { outcome: "done" };
    }
  };
}
