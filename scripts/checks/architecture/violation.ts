export interface Violation {
  readonly rule: RuleName;
  /** `path:line` */
  readonly place: string;
  /** What is wrong and what to do instead. */
  readonly problem: string;
}

export type RuleName =
  | "parses"
  | "direction"
  | "packages"
  | "computed-import"
  | "zod-import"
  | "cycle"
  | "core-purity"
  | "node-only"
  | "worker-reach";

export function describeViolation({ rule, place, problem }: Violation): string {
  return `[${rule}] ${place} ${problem}`;
}
