import { type SettingsProblem, settingsWarning } from "../settings/problem.ts";
import type { Settings } from "../settings/settings.ts";

/** Others are asked only after the customer was told that it takes longer. */
export function checkPatience({ people: { firstResponse } }: Pick<Settings, "people">): readonly SettingsProblem[] {
  const { holdMinutes, reassignMinutes } = firstResponse;
  if (holdMinutes === null || reassignMinutes === null || holdMinutes < reassignMinutes) return [];
  const message = `People: after ${reassignMinutes} minutes others are asked, and the customer is told only after ${holdMinutes} that it takes longer. Make the first time the shorter one.`;
  return [settingsWarning({ part: "people", path: "firstResponse.holdMinutes", code: "told-too-late", message })];
}
