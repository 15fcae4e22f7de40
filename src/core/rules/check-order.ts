import { parseDate } from "../hours/parse-time.ts";
import { type SettingsProblem, settingsError, settingsWarning } from "../settings/problem.ts";
import { partOf, ruleNamed } from "./check-context.ts";
import type { Contradiction, RankedRule } from "./ranked-rule.ts";
import type { Rule } from "./rule.ts";

/**
 * Rules that can never have an effect, whose order nobody chose, or that nobody looks at any more. `rules` in the order
 * they are tried. Warnings only: in an emergency a lead puts one rule over all others and publishes.
 */
export function checkOrder(rules: readonly RankedRule[], at: number): readonly SettingsProblem[] {
  return rules.flatMap((ranked, index) => {
    const { rule } = ranked;
    const reach = ranked.contradiction ? [neverHolds(rule, ranked.contradiction)] : checkReach(ranked);
    return [...reach, ...checkPosition(rule, rules[index - 1]?.rule), ...checkReview(rule, at)];
  });
}

function checkReach({ rule, rivals }: RankedRule): SettingsProblem[] {
  const taker = rivals.find(({ open }) => open.length === 0);
  if (!taker) return [];
  const message = `${ruleNamed(rule)} is never reached: ${ruleNamed(taker.rule)} comes before it and takes everything it would. Move it up, or switch it off.`;
  return [settingsWarning({ part: partOf(rule), path: "when", code: "unreachable-rule", message })];
}

function neverHolds(rule: Rule, { one, other }: Contradiction): SettingsProblem {
  const because =
    one === other
      ? `nothing can meet its condition ${one + 1}`
      : `its conditions ${one + 1} and ${other + 1} exclude each other`;
  const message = `${ruleNamed(rule)} can never hold: ${because}.`;
  return settingsWarning({ part: partOf(rule), path: `when.${other}`, code: "never-holds", message });
}

function checkPosition(rule: Rule, before: Rule | undefined): SettingsProblem[] {
  if (before?.position !== rule.position) return [];
  const message = `${ruleNamed(rule)} has the position of ${ruleNamed(before)} (${rule.position}), so that their ids decide which is tried first. Give them different ones.`;
  return [settingsWarning({ part: partOf(rule), path: "position", code: "same-position", message })];
}

const reviewDays = 100;

/** One that was never reviewed is new, and whoever wrote it has looked at it. */
function checkReview(rule: Rule, at: number): SettingsProblem[] {
  if (rule.reviewedAt === null) return [];
  const [part, path] = [partOf(rule), "reviewedAt"];
  const day = parseDate(rule.reviewedAt);
  if (day === null) {
    const message = `${ruleNamed(rule)}: it cannot have been reviewed on such a day. Write it as 2026-11-21.`;
    return [settingsError({ part, path, code: "bad-date", message })];
  }
  const days = Math.floor(at / 86_400_000) - day;
  if (days <= reviewDays) return [];
  const message = `${ruleNamed(rule)} was last reviewed ${days} days ago. See whether it is still right, and write down when you did.`;
  return [settingsWarning({ part, path, code: "review-due", message })];
}
