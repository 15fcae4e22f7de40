import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { Parts } from "../parts.ts";
import type { Policies } from "../settings/policies.ts";
import type { BulkTools } from "./bulk-batch.ts";
import type { PeopleEffect } from "./documents.ts";
import type { Heard } from "./heard.ts";
import { createPresenceCheck } from "./presence-check.ts";
import { createRosterArm } from "./roster-arm.ts";
import { createShiftCheck } from "./shift-check.ts";
import { createTellOwners } from "./tell-owners.ts";

export type RunPeopleEffect = (leased: LeasedEffect, effect: PeopleEffect) => Promise<Outcome>;

interface PeopleEffectTools {
  readonly policies: Pick<Policies, "current" | "refresh">;
  readonly heard: Heard;
  readonly bulk: Omit<BulkTools, "parts">;
  /** Takes what is due: what was planned for now starts now. */
  readonly wake: () => void;
}

/** What is planned about people rather than about conversations. */
export function createRunPeopleEffect(
  parts: Parts,
  handle: HandleEvent,
  { policies, heard, bulk, wake }: PeopleEffectTools,
): RunPeopleEffect {
  const tellOwners = createTellOwners(parts, handle, { policies, bulk });
  const presenceCheck = createPresenceCheck(parts, policies, heard);
  const shiftCheck = createShiftCheck(parts, policies);
  const rosterArm = createRosterArm(parts, policies);
  const run: RunPeopleEffect = (leased, effect) => {
    switch (effect.type) {
      case "owners-tell":
        return tellOwners(leased, effect);
      case "shift-check":
        return shiftCheck(leased, effect);
      case "presence-check":
        return presenceCheck(leased, effect);
      case "roster-arm":
        return rosterArm(leased);
    }
  };
  return async (leased, effect) => {
    const outcome = await run(leased, effect);
    wake();
    return outcome;
  };
}
