import type { Evidence } from "../checks/check.ts";
import type { CaseEvidence } from "../leaver/case-evidence.ts";
import type { Ledger } from "../ledger.ts";
import type { Observed, ObservedConversation } from "../observed.ts";

/** A lie told to the checks: each of them has to notice at least one. Proves that a green run means something. */
export interface Sabotage {
  readonly name: string;
  /** What it pretends that Baton did. */
  readonly pretends: string;
  apply(evidence: Evidence): Evidence;
}

type Change = (conversation: ObservedConversation, evidence: Evidence) => ObservedConversation | null;

export function onConversation(name: string, pretends: string, change: Change): Sabotage {
  return {
    name,
    pretends,
    apply(evidence) {
      for (const [index, conversation] of evidence.observed.conversations.entries()) {
        const changed = change(conversation, evidence);
        if (!changed) continue;
        const observed: Observed = {
          ...evidence.observed,
          conversations: evidence.observed.conversations.with(index, changed),
        };
        return { ...evidence, observed };
      }
      throw nothingToSpoil(name);
    },
  };
}

export function onLedger(name: string, pretends: string, change: (evidence: Evidence) => Ledger): Sabotage {
  return { name, pretends, apply: (evidence) => ({ ...evidence, ledger: change(evidence) }) };
}

export function onObserved(
  name: string,
  pretends: string,
  change: (evidence: Evidence) => Partial<Observed>,
): Sabotage {
  return {
    name,
    pretends,
    apply: (evidence) => ({ ...evidence, observed: { ...evidence.observed, ...change(evidence) } }),
  };
}

export function onCaseHandoff(
  name: string,
  pretends: string,
  change: (caseHandoff: CaseEvidence) => Partial<CaseEvidence>,
): Sabotage {
  return {
    name,
    pretends,
    apply(evidence) {
      const { caseHandoff } = evidence;
      if (!caseHandoff) throw nothingToSpoil(name);
      return { ...evidence, caseHandoff: { ...caseHandoff, ...change(caseHandoff) } };
    },
  };
}

export function nothingToSpoil(name: string): Error {
  return new Error(`Nothing here that "${name}" could spoil: let it run longer, or another scenario.`);
}
