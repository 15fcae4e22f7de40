import { type SettingsProblem, settingsError } from "../settings/problem.ts";
import type { Settings } from "../settings/settings.ts";
import { checkConditions } from "./check-conditions.ts";
import { type CheckContext, shortened } from "./check-context.ts";
import { checkLimits, hasTooManyRules } from "./check-limits.ts";
import { checkOrder } from "./check-order.ts";
import { checkHandoffDestination, checkOutcome } from "./check-outcomes.ts";
import { checkPeople } from "./check-people.ts";
import { checkRequests } from "./check-requests.ts";
import { checkWays } from "./check-ways.ts";
import { orderedRules } from "./evaluate.ts";
import { isSignalId } from "./known-signals.ts";
import { rankRules } from "./ranked-rule.ts";

/**
 * Whether rules, queues, teams and what detection does by itself make sense together. Each thing may be right by itself
 * and the whole still leave somebody without a person; that is looked for here. Rules that are switched off may be
 * unfinished.
 *
 * Unreachable and contradictory rules are found where it can be proven from one condition against another; none is
 * reported wrongly, and not every one is found. It costs at most rules × rules, so that too many are refused unread.
 */
export function checkRules(settings: Settings, context: CheckContext): readonly SettingsProblem[] {
  const general = [
    ...checkLimits(settings),
    ...checkSignalPolicies(settings),
    ...checkPeople(settings),
    ...checkHandoffDestination(settings, context),
  ];
  if (hasTooManyRules(settings.rules)) return general;
  const rules = orderedRules(settings.rules);
  const ranked = rankRules(rules, context.channels);
  return [
    ...general,
    ...rules.flatMap((rule) => [...checkConditions(rule, settings), ...checkOutcome(rule, settings, context)]),
    ...checkOrder(ranked, context.at),
    ...checkRequests(ranked, settings, context),
    ...checkWays(ranked, settings, context),
  ];
}

function checkSignalPolicies({ detection }: Settings): SettingsProblem[] {
  return Object.keys(detection.signals).flatMap((name) => {
    if (isSignalId(name)) return [];
    const message = `Detection: there is no signal "${shortened(name)}".`;
    return [settingsError({ part: "detection", path: `signals.${shortened(name)}`, code: "missing-signal", message })];
  });
}
