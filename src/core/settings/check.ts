import { checkHours } from "../hours/check-hours.ts";
import { checkPatience } from "../people/check-patience.ts";
import { checkPeopleSettings } from "../people/check-people-settings.ts";
import { checkQueues } from "../routing/check-queues.ts";
import { checkRules } from "../rules/check-rules.ts";
import { checkSlas } from "../sla/check-slas.ts";
import { checkReminders } from "../tasks/check-reminders.ts";
import { checkBounds } from "./check-bounds.ts";
import { checkReferences } from "./check-references.ts";
import { checkTexts } from "./check-texts.ts";
import { firstProblems } from "./most-problems.ts";
import type { SettingsProblem } from "./problem.ts";
import type { Settings } from "./settings.ts";

/** What settings are checked against that they do not say themselves. */
export interface CheckContext {
  readonly channels: readonly CheckedChannel[];
  readonly agentIds: readonly string[];
  readonly at: number;
}

export interface CheckedChannel {
  readonly id: string;
  readonly kind: string;
  readonly maxTextLength: number;
}

/** Everything as a whole, errors first. What is too much is not looked into any further. */
export function checkSettings(settings: Settings, context: CheckContext): readonly SettingsProblem[] {
  const tooMuch = checkBounds(settings);
  if (tooMuch.length > 0) return tooMuch;
  const problems = [
    ...checkRules(settings, context),
    ...Object.values(settings.hours).flatMap((hours) => checkHours(hours, context.at)),
    ...checkTexts(settings, context),
    ...checkReferences(settings, context),
    ...checkQueues(settings),
    ...checkPeopleSettings(settings, context),
    ...checkSlas(settings, context),
    ...checkPatience(settings),
    ...checkReminders(settings),
  ];
  return firstProblems(problems);
}
