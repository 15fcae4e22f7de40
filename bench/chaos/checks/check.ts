import type { CaseEvidence } from "../leaver/case-evidence.ts";
import type { Ledger } from "../ledger.ts";
import type { Observed } from "../observed.ts";

/** Everything a check may look at. */
export interface Evidence {
  readonly ledger: Ledger;
  readonly observed: Observed;
  /** How long a process may hold an effect: a send that had begun may still arrive that much after a take-over. */
  readonly leaseMs: number;
  /** How long a request may wait for its answer. */
  readonly requestMs: number;
  /** `null`: nobody left in this run. */
  readonly caseHandoff: CaseEvidence | null;
}

export interface Check {
  readonly name: string;
  /** Every fault found, with ids only; none means that the promise was kept. */
  find(evidence: Evidence): string[];
}
