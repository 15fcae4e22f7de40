import { type FoldedFacts, fold } from "./fold-facts.ts";
import type { Condition, Priority, RuleOutcome } from "./rule.ts";

/** What everybody gets whom no rule puts before or behind others. */
const usual: Priority = "normal";

/**
 * A page that a customer looks at can be made to say anything. A rule may choose a place by it, but nobody comes before or
 * behind others because of a value that nobody vouches for.
 */
export function trustedOutcome(outcome: RuleOutcome, when: readonly Condition[], facts: FoldedFacts): RuleOutcome {
  if (outcome.action !== "handoff" || outcome.priority === usual) return outcome;
  return when.some((condition) => restsOnAPage(condition, facts)) ? { ...outcome, priority: usual } : outcome;
}

/** Whether a rule could have its priority from such a value. */
export function asksUntrusted(condition: Condition): boolean {
  if (condition.type === "not") return asksUntrusted(condition.condition);
  return condition.type === "property" && !condition.mustBeTrusted;
}

function restsOnAPage(condition: Condition, facts: FoldedFacts): boolean {
  if (condition.type === "not") return restsOnAPage(condition.condition, facts);
  if (condition.type !== "property") return false;
  return facts.properties.get(fold(condition.name))?.isTrusted === false;
}
