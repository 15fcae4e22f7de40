import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome, Run } from "../effect-runner.ts";
import type { CaseParts } from "./case-parts.ts";
import type { CaseHandoffReturn, CaseHandoffRun } from "./documents.ts";
import { createCaseReturn } from "./return-due.ts";
import { createCaseRun } from "./run.ts";

export type CaseEffect = CaseHandoffRun | CaseHandoffReturn;
export type RunCaseEffect = (leased: LeasedEffect, effect: CaseEffect, run: Run) => Promise<Outcome>;

export function createRunCaseEffect(caseParts: CaseParts): RunCaseEffect {
  const runItems = createCaseRun(caseParts);
  const returnDue = createCaseReturn(caseParts);
  return (leased, effect, run) =>
    effect.type === "case-handoff-run" ? runItems(leased, effect, run) : returnDue(leased, effect);
}
