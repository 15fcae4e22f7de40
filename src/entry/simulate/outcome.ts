/** What a step comes to. */
export interface Check {
  readonly claim: string;
  readonly problem: string | null;
}

export interface Ran {
  readonly remark: string | null;
  readonly checks: readonly Check[];
}

export const nothing: Ran = { remark: null, checks: [] };

export function hasNotWritten(claim: string, customer: string): Check {
  return { claim, problem: `${customer} has not written yet` };
}
