import { phraseWords } from "../detection/phrase-words.ts";
import type { CheckContext } from "./check.ts";
import { type SettingsProblem, settingsError, settingsWarning } from "./problem.ts";
import type { PhraseList, Settings } from "./settings.ts";

/** What no other check looks at: phrases that mean nothing, an order that cannot be, test customers of no channel. */
export function checkReferences(settings: Settings, context: CheckContext): readonly SettingsProblem[] {
  return [
    ...Object.values(settings.phrases).flatMap(checkPhrases),
    ...checkAbuse(settings),
    ...checkTestIdentities(settings, context),
  ];
}

/** Words are all that is compared, and without one a phrase is found nowhere or everywhere. */
function checkPhrases({ id, name, phrases }: PhraseList): readonly SettingsProblem[] {
  return phrases.flatMap((phrase, index) => {
    if (phraseWords(phrase).length > 0) return [];
    const message = `Phrases "${name}": number ${index + 1} has no word in it. Write one, or remove it.`;
    return [settingsError({ part: `phrases/${id}`, path: `phrases.${index}`, code: "phrase-without-words", message })];
  });
}

function checkAbuse({ abuse }: Settings): readonly SettingsProblem[] {
  const { isEnabled, warnAfter, limitAfter, blockAfter } = abuse;
  if (!isEnabled || (warnAfter < limitAfter && limitAfter < blockAfter)) return [];
  const message = `Abuse: a warning comes first (${warnAfter}), then the limit (${limitAfter}), then the block (${blockAfter}). Give each more than the one before.`;
  return [settingsError({ part: "abuse", path: "limitAfter", code: "abuse-order", message })];
}

function checkTestIdentities({ testIdentities }: Settings, { channels }: CheckContext): readonly SettingsProblem[] {
  return Object.values(testIdentities).flatMap(({ id, channel }) => {
    if (channels.some((known) => known.id === channel)) return [];
    const message = `Test customer "${id}" writes on channel "${channel}", which does not exist.`;
    return [settingsWarning({ part: `testIdentities/${id}`, path: "channel", code: "missing-channel", message })];
  });
}
