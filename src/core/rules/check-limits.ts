import { maxMembers } from "../settings/limits.ts";
import { type SettingsProblem, settingsError } from "../settings/problem.ts";
import type { PhraseList, Settings } from "../settings/settings.ts";
import { shortened } from "./check-context.ts";

const maxPhrases = 500;
const maxPhraseLength = 200;

/** More than a lead can look through, and than detection is made for. */
export function checkLimits({ rules, phrases }: Settings): readonly SettingsProblem[] {
  return [...checkRuleCount(rules), ...Object.values(phrases).flatMap(checkPhrases)];
}

export function hasTooManyRules(rules: Settings["rules"]): boolean {
  return Object.keys(rules).length > maxMembers.rules;
}

function checkRuleCount(rules: Settings["rules"]): SettingsProblem[] {
  if (!hasTooManyRules(rules)) return [];
  const message = `There are ${Object.keys(rules).length} rules; there may be at most ${maxMembers.rules}. Remove some; what they say was not looked at.`;
  return [settingsError({ part: "rules", path: "", code: "too-many", message })];
}

function checkPhrases({ id, name, phrases }: PhraseList): SettingsProblem[] {
  const [part, list] = [`phrases/${id}`, `Phrases "${shortened(name)}"`];
  if (phrases.length > maxPhrases) {
    const message = `${list}: there are ${phrases.length}; there may be at most ${maxPhrases}. Make two lists.`;
    return [settingsError({ part, path: "phrases", code: "too-many", message })];
  }
  return phrases.flatMap((phrase, index) => {
    if (phrase.length <= maxPhraseLength) return [];
    const message = `${list}: number ${index + 1} has ${phrase.length} characters; there may be at most ${maxPhraseLength}. Shorten it.`;
    return [settingsError({ part, path: `phrases.${index}`, code: "too-long", message })];
  });
}
