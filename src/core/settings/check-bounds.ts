import { maxMembers, maxSettingsBytes } from "./limits.ts";
import { collectionNames } from "./parts.ts";
import { type SettingsProblem, settingsError } from "./problem.ts";
import type { Settings } from "./settings.ts";

/** Counts before anything is compared with anything: ten thousand rules are refused as quickly as one. */
export function checkBounds(settings: Settings): readonly SettingsProblem[] {
  const tooMany = collectionNames.flatMap((name) => {
    const count = Object.keys(settings[name]).length;
    const most = maxMembers[name];
    if (count <= most) return [];
    const message = `There are ${count} ${name}; there may be at most ${most}. Remove some.`;
    return [settingsError({ part: name, path: "", code: "too-many", message })];
  });
  return tooMany.length > 0 ? tooMany : checkSize(settings);
}

function checkSize(settings: Settings): readonly SettingsProblem[] {
  const bytes = new TextEncoder().encode(JSON.stringify(settings)).length;
  if (bytes <= maxSettingsBytes) return [];
  const message = `The settings have ${bytes} bytes; there may be at most ${maxSettingsBytes}. Shorten or remove texts.`;
  return [settingsError({ part: "", path: "", code: "too-large", message })];
}
