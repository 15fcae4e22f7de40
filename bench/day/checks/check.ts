import type { Evidence } from "../evidence.ts";

export interface Check {
  /** What was promised. */
  readonly name: string;
  /** Every fault found, with ids only; none means that the promise was kept. */
  find(evidence: Evidence): readonly string[];
}
