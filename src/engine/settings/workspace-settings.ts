import { applyChanges } from "../../core/settings/parts.ts";
import { type PreviewedText, previewTexts } from "../../core/settings/preview-texts.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Idempotency } from "../commands.ts";
import type { Outcome } from "../effect-runner.ts";
import type { Parts } from "../parts.ts";
import { receiptsView } from "../to-commit.ts";
import type { SettingsDraft, SettingsPublish } from "./documents.ts";
import { createDrafts, type Drafts } from "./drafts.ts";
import { readDraft, type SeenDraft } from "./edit-draft.ts";
import { type ExaminedDraft, examineDraft } from "./examine-draft.ts";
import type { Policies } from "./policies.ts";
import { previewOf, type WantedPreview } from "./preview.ts";
import { type Published, type PublishRequest, publishDraft } from "./publish.ts";
import { readCurrent } from "./read-settings.ts";
import { type Restored, type RestoreRequest, restoreVersion } from "./restore.ts";
import {
  cancelSchedule,
  createSettingsPublish,
  type PublishTime,
  type ScheduleAnswer,
  type ScheduleCancelled,
  scheduleDraft,
} from "./schedule.ts";
import { createSettingsSwitches, type SettingsSwitches } from "./switches.ts";
import { createVersions, type Versions } from "./versions.ts";

/** What leads do with the settings: draft, check, publish, restore, switch. */
export interface WorkspaceSettings {
  readonly versions: Versions;
  readonly drafts: Drafts;
  readonly switches: SettingsSwitches;
  /** What customers would read; `null`: there is no such draft. */
  preview(draftId: string, wanted: WantedPreview): Promise<readonly PreviewedText[] | null>;
  /** What publishing the draft would mean now; `null`: there is no such draft. */
  examine(draftId: string): Promise<(ExaminedDraft & { readonly draft: SettingsDraft }) | null>;
  /** When it answers, this process decides by the new version; the others follow as they hear of it. */
  publish(request: Omit<PublishRequest, "effectId">): Promise<Published>;
  schedule(seen: SeenDraft, when: PublishTime, idempotency?: Idempotency | null): Promise<ScheduleAnswer>;
  cancelSchedule(draftId: string, by: string): Promise<ScheduleCancelled>;
  restore(request: RestoreRequest): Promise<Restored>;
  /** The conversations that were sent this text of this version, the last one first. */
  receipts(text: TextOfVersion, options: ListOptions): Promise<{ items: string[]; next: string | null }>;
  /** Whom people ask when they are refused something. */
  helpContact(): string | undefined;
  /** For the effect `settings-publish`. */
  readonly publishDue: (leased: LeasedEffect, effect: SettingsPublish) => Promise<Outcome>;
}

export interface TextOfVersion {
  readonly textId: string;
  readonly version: number;
}

interface ListOptions {
  readonly limit: number;
  readonly cursor: string | null;
}

export function createWorkspaceSettings(parts: Parts, policies: Policies): WorkspaceSettings {
  const drafts = createDrafts(parts);
  const switches = createSettingsSwitches(parts);

  /** It is published already: a process that cannot read it now does so a little later. */
  async function renew(): Promise<void> {
    await policies.refresh().catch((error: unknown) => {
      parts.logger.warn("settings-unreadable", { error: error instanceof Error ? error.name : "unknown" });
    });
  }

  async function renewed<Result extends { readonly status: string }>(working: Promise<Result>): Promise<Result> {
    const result = await working;
    if (result.status === "published") await renew();
    return result;
  }

  return {
    versions: createVersions(parts),
    drafts: {
      ...drafts,
      change: (seen, change) => drafts.change(seen, change).finally(() => policies.draftChanged(seen.id)),
      discard: (seen) => drafts.discard(seen).finally(() => policies.draftChanged(seen.id)),
    },
    switches: {
      ...switches,
      turnOn: (on) => switches.turnOn(on).finally(renew),
      turnOff: (name, by) => switches.turnOff(name, by).finally(renew),
    },
    async examine(draftId) {
      const stored = await readDraft(parts, draftId);
      if (!stored) return null;
      const { draft } = stored;
      return { draft, ...(await examineDraft(parts, draft, await readCurrent(parts))) };
    },
    async preview(draftId, wanted) {
      const stored = await readDraft(parts, draftId);
      if (!stored) return null;
      const settings = applyChanges((await readCurrent(parts)).settings, stored.draft.changes);
      return previewTexts(settings, previewOf(parts, settings, wanted));
    },
    publish: (request) => renewed(publishDraft(parts, { ...request, effectId: null })),
    schedule: (seen, when, idempotency = null) => scheduleDraft(parts, seen, when, idempotency),
    cancelSchedule: (draftId, by) => cancelSchedule(parts, draftId, by),
    restore: (request) => renewed(restoreVersion(parts, request)),
    async receipts({ textId, version }, options) {
      const view = { view: receiptsView(textId, version), key: "all" };
      const page = await parts.store.query({ ...view, order: "descending", ...options });
      return { items: page.items.flatMap((item) => ("id" in item ? [item.id] : [])), next: page.next };
    },
    helpContact: () => policies.current().settings.people.helpContact,
    publishDue: createSettingsPublish(parts, renew),
  };
}
