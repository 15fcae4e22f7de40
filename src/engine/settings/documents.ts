/** How settings lie in the store. Version 0 is what the workspace starts with: it is never stored. */

import type { Part, SettingsChanges } from "../../core/settings/parts.ts";
import type { SettingsProblem } from "../../core/settings/problem.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { DocumentKey } from "../../ports/store.ts";

/** Which version is in force. Every publishing expects the one it read, so that numbers have neither gap nor double. */
export interface CurrentVersion {
  readonly schemaVersion: 1;
  readonly number: number;
}

/** Everything about a version but what is in it: small, for lists. */
export interface SettingsVersion {
  readonly schemaVersion: 1;
  readonly number: number;
  readonly author: string;
  readonly note: string;
  readonly at: number;
  /** The version before it, to whose parts it is compared. */
  readonly base: number;
  readonly origin: VersionOrigin;
  /** What became different. */
  readonly parts: readonly Part[];
}

export type VersionOrigin =
  | { readonly type: "draft"; readonly draftId: string; readonly name: string }
  | { readonly type: "restored"; readonly number: number };

export interface SettingsContent {
  readonly schemaVersion: 1;
  readonly number: number;
  readonly settings: Settings;
}

export interface SettingsDraft {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly author: string;
  readonly createdAt: number;
  readonly updatedBy: string;
  readonly updatedAt: number;
  /** Rises with every change, so that nobody overwrites what they have not seen. */
  readonly revision: number;
  /** The version whose parts the author has seen. */
  readonly baseVersion: number;
  readonly changes: SettingsChanges;
  readonly schedule: DraftSchedule | null;
  /** Why it was not published when its time came; until it is changed or scheduled anew. */
  readonly failure: DraftFailure | null;
}

export interface DraftSchedule {
  readonly at: number;
  readonly by: string;
  /** Who is told when it fails; `null` or absent: nobody in particular has scheduled it. */
  readonly byAgentId?: string | null;
  readonly note: string;
  readonly effectId: string;
}

export interface DraftFailure {
  readonly at: number;
  readonly because: "conflict" | "invalid" | "unchanged";
  readonly problems: readonly SettingsProblem[];
  readonly conflicts: readonly string[];
}

/** One use of a switch, for the history. */
export interface SwitchChange {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly switch: SwitchName;
  readonly at: number;
  readonly by: string;
  /** `null`: switched off. */
  readonly until: number | null;
  readonly byLocale: Readonly<Record<string, string>> | null;
}

export type SwitchName = "closed" | "incident";

/** Due when a draft is to be published; not of a conversation. */
export interface SettingsPublish {
  readonly type: "settings-publish";
  readonly draftId: string;
}

export const currentKey: DocumentKey = { kind: "settings-current", id: "current" };
export const switchesKey: DocumentKey = { kind: "settings-switches", id: "current" };
export const versionKey = (number: number): DocumentKey => ({ kind: "settings-version", id: String(number) });
export const contentKey = (number: number): DocumentKey => ({ kind: "settings-content", id: String(number) });
export const draftKey = (id: string): DocumentKey => ({ kind: "settings-draft", id });

export const settingsViews = {
  versions: { view: "settings-versions", key: "all" },
  drafts: { view: "settings-drafts", key: "all" },
  switchChanges: { view: "settings-switch-changes", key: "all" },
} as const;
