import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome, Run } from "../effect-runner.ts";
import type { CaseParts } from "./case-parts.ts";
import type { CaseHandoffExpire, CaseHandoffReturn, CaseHandoffRun } from "./documents.ts";
import { createCaseExpiry } from "./expire-items.ts";
import { createCaseReturn } from "./return-due.ts";
import { createCaseRun } from "./run.ts";

export type CaseEffect = CaseHandoffRun | CaseHandoffReturn | CaseHandoffExpire;
export type RunCaseEffect = (leased: LeasedEffect, effect: CaseEffect, run: Run) => Promise<Outcome>;

export function createRunCaseEffect(caseParts: CaseParts): RunCaseEffect {
  const runItems = createCaseRun(caseParts);
  const returnDue = createCaseReturn(caseParts);
  const expire = createCaseExpiry(caseParts);
  return async (leased, effect, run) => {
    switch (effect.type) {
      case "case-handoff-run":
        return runItems(leased, effect, run);
      case "case-handoff-return":
        return returnDue(leased, effect);
      case "case-handoff-expire":
        return expire(leased, effect);
    }
  };
}
