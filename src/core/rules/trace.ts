import type { Condition } from "./rule.ts";

/**
 * Three values: a condition on hours or a queue that nobody knows anything about, or on a language that nobody has
 * recognised yet, neither holds nor fails. Unknown is never "not", so it stays unknown under `not`.
 */
export type Truth = "holds" | "fails" | "unknown";

/** What became of one rule, condition by condition. Codes and numbers only, never customers' words (I12, I15). */
export interface RuleTrace {
  readonly ruleId: string;
  readonly isMatch: boolean;
  /** All of them, in the rule's order, also after one that fails. */
  readonly conditions: readonly ConditionTrace[];
}

export type ConditionTrace =
  | {
      readonly type: Exclude<Condition["type"], "not">;
      readonly truth: Truth;
      /** What was looked at: ids, codes and numbers; of tags and values only those that the condition names. */
      readonly found: readonly (string | number)[];
    }
  | { readonly type: "not"; readonly truth: Truth; readonly condition: ConditionTrace };
