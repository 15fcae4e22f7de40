import type { PartChange } from "../../core/settings/parts.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { Commit } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import { rosterArm } from "../people/roster-arm.ts";
import {
  type CurrentVersion,
  contentKey,
  currentKey,
  type SettingsContent,
  type SettingsVersion,
  settingsViews,
  versionKey,
} from "./documents.ts";
import type { ReadCurrent } from "./read-settings.ts";

export interface NewVersion extends Pick<SettingsVersion, "author" | "note" | "at" | "origin"> {
  readonly settings: Settings;
  readonly changes: readonly PartChange[];
}

export function versionAfter(current: ReadCurrent, { author, note, at, origin, changes }: NewVersion): SettingsVersion {
  const parts = changes.map(({ part }) => part);
  return {
    ...{ schemaVersion: 1, number: current.number + 1, base: current.number },
    ...{ author, note, at, origin, parts },
  };
}

/** The version with its content, and the pointer to it: whoever read the same version before loses. */
export function versionCommit(current: ReadCurrent, version: SettingsVersion, settings: Settings): Commit {
  const { number, at, origin } = version;
  const content: SettingsContent = { schemaVersion: 1, number, settings };
  const pointer: CurrentVersion = { schemaVersion: 1, number };
  const draftId = origin.type === "draft" ? origin.draftId : null;
  return {
    ...emptyCommit(at),
    expects: [{ ...currentKey, version: current.documentVersion }],
    puts: [
      { ...currentKey, body: pointer },
      { ...versionKey(number), body: version },
      { ...contentKey(number), body: content },
    ],
    index: [{ change: "put", ...settingsViews.versions, ...versionKey(number), sort: number, previousKey: null }],
    effects: [rosterArm(number, at)],
    feed: [{ type: "settings-published", conversationId: null, data: { version: number, draftId } }],
  };
}
