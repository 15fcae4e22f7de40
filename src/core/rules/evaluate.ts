import type { Settings } from "../settings/settings.ts";
import { type CompiledCondition, compileCondition } from "./compile-condition.ts";
import { foldFacts } from "./fold-facts.ts";
import type { Condition, Rule, RuleFacts, RuleOutcome } from "./rule.ts";
import type { RuleTrace } from "./trace.ts";
import { trustedOutcome } from "./trusted-priority.ts";

/** The enabled rules in the order they are tried. */
export interface CompiledRules {
  readonly rules: readonly CompiledRule[];
  readonly needed: NeededFacts;
}

interface CompiledRule {
  readonly id: string;
  readonly conditions: readonly CompiledCondition[];
  readonly when: readonly Condition[];
  readonly outcome: RuleOutcome;
}

/** Ids that conditions ask about: nothing else has to be counted or loaded. */
export interface NeededFacts {
  readonly hours: readonly string[];
  readonly queues: readonly string[];
}

export interface RuleDecision {
  /** `null`: no rule matched, so the signals' own policies decide. */
  readonly ruleId: string | null;
  readonly outcome: RuleOutcome | null;
  /** Of every rule that was looked at: the last one is the match, if there is any. */
  readonly trace: readonly RuleTrace[];
}

export function compileRules({ rules }: Pick<Settings, "rules">): CompiledRules {
  const ordered = orderedRules(rules);
  const conditions = ordered.flatMap(({ when }) => when).map(withoutNot);
  return {
    rules: ordered.map(({ id, when, then }) => ({ id, conditions: when.map(compileCondition), when, outcome: then })),
    needed: {
      hours: [...new Set(conditions.flatMap((condition) => (condition.type === "hours" ? [condition.of] : [])))],
      queues: [...new Set(conditions.flatMap((condition) => (condition.type === "queue" ? [condition.of] : [])))],
    },
  };
}

/** Those that are tried, in the order they are. */
export function orderedRules(rules: Settings["rules"]): readonly Rule[] {
  return Object.values(rules)
    .filter(({ isEnabled }) => isEnabled)
    .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
}

/**
 * The first rule of which every condition holds. The same rules and facts give the same decision and trace, so that
 * both can be told again from what was stored (I12).
 */
export function evaluateRules({ rules }: CompiledRules, facts: RuleFacts): RuleDecision {
  const folded = foldFacts(facts);
  const trace: RuleTrace[] = [];
  for (const { id, conditions, when, outcome } of rules) {
    const found = conditions.map((condition) => condition(folded));
    const isMatch = found.every(({ truth }) => truth === "holds");
    trace.push({ ruleId: id, isMatch, conditions: found });
    if (isMatch) return { ruleId: id, outcome: trustedOutcome(outcome, when, folded), trace };
  }
  return { ruleId: null, outcome: null, trace };
}

export function neededFacts({ needed }: CompiledRules): NeededFacts {
  return needed;
}

function withoutNot(condition: Condition): Condition {
  return condition.type === "not" ? withoutNot(condition.condition) : condition;
}
