import { applyChanges, partsOf, type SettingsChanges } from "../../core/settings/parts.ts";
import type { Settings } from "../../core/settings/settings.ts";
import { starterSettings } from "../../core/settings/starter.ts";
import type { SettingsFolder } from "../cli/settings/settings-folder.ts";

/** What the files of a folder say, and nothing else. All sections are there: the folder was read without problems. */
export function settingsOfFolder({ parts }: SettingsFolder): Settings {
  const changes: SettingsChanges = Object.fromEntries([
    ...[...partsOf(starterSettings).keys()].map((part) => [part, null] as const),
    ...[...parts].map(([part, { value }]) => [part, value] as const),
  ]);
  return applyChanges(starterSettings, changes);
}
