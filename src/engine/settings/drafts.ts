import { maxSettingsBytes } from "../../core/settings/limits.ts";
import type { SettingsChanges } from "../../core/settings/parts.ts";
import type { Idempotency } from "../commands.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { draftKey, type SettingsDraft, settingsViews } from "./documents.ts";
import { type DraftRefused, editDraft, readDraft, revised, type SeenDraft } from "./edit-draft.ts";
import { readCurrent } from "./read-settings.ts";
import { claimsOf, type EarlierRequest } from "./repeated-request.ts";
import { type Look, onceCommitted } from "./until-committed.ts";

export interface NewDraft {
  readonly name: string;
  readonly note: string;
  readonly changes: SettingsChanges;
  readonly by: string;
  /** What they worked on; `null`: the version in force. */
  readonly baseVersion: number | null;
}

export interface DraftChange {
  readonly name: string | null;
  readonly note: string | null;
  readonly changes: SettingsChanges;
  /** Parts that the draft is not to change any more. */
  readonly undo: readonly string[];
}

export type DraftCreated =
  | { readonly status: "created"; readonly draft: SettingsDraft }
  | { readonly status: "too-large" }
  | { readonly status: "unknown-version" }
  | EarlierRequest;
export type DraftChanged =
  | { readonly status: "changed"; readonly draft: SettingsDraft }
  | { readonly status: "too-large" };
export type DraftDiscarded = { readonly status: "discarded"; readonly draft: SettingsDraft };
export type DraftRebased =
  | { readonly status: "changed"; readonly draft: SettingsDraft }
  /** Nobody can have seen this version: it is not published, or older than what was seen before. */
  | { readonly status: "unknown-version" };

/** What leads are working on. Nothing of it is in force for anybody but test identities (I16). */
export interface Drafts {
  create(draft: NewDraft, idempotency: Idempotency | null): Promise<DraftCreated>;
  list(options: { limit: number; cursor: string | null }): Promise<{ items: SettingsDraft[]; next: string | null }>;
  get(id: string): Promise<SettingsDraft | null>;
  change(seen: SeenDraft, change: DraftChange): Promise<DraftChanged | DraftRefused>;
  discard(seen: SeenDraft): Promise<DraftDiscarded | DraftRefused>;
  /** The author has seen what others published up to `version` (`null`: all of it) and keeps their own. */
  rebase(seen: SeenDraft, version: number | null): Promise<DraftRebased | DraftRefused>;
}

export function createDrafts(parts: Parts): Drafts {
  const { store, clock } = parts;
  return {
    async create(draft, idempotency) {
      if (isTooLarge(draft.changes)) return { status: "too-large" };
      const created = await onceCommitted(parts, idempotency, () => lookForNew(parts, draft, idempotency));
      if (created.status === "settled") throw new Error("A new draft settles no effect.");
      return created;
    },
    async list(options) {
      const page = await store.query({ ...settingsViews.drafts, order: "descending", ...options });
      return { items: page.items.map(({ body }) => body as SettingsDraft), next: page.next };
    },
    async get(id) {
      return (await readDraft(parts, id))?.draft ?? null;
    },
    change: (seen, change) =>
      editDraft<DraftChanged>(parts, seen, async ({ draft }) => {
        const { name, note } = change;
        const changes = withChanges(draft.changes, change);
        if (isTooLarge(changes)) return { answer: { status: "too-large" }, commit: null };
        const fresh = { name: name ?? draft.name, note: note ?? draft.note, changes, failure: null };
        return changed(revised(draft, fresh, seen.by, clock.now()));
      }),
    discard: (seen) =>
      editDraft<DraftDiscarded>(parts, seen, async ({ draft }) => ({
        answer: { status: "discarded", draft },
        commit: {
          removes: [draftKey(draft.id)],
          index: [{ change: "remove", ...settingsViews.drafts, ...draftKey(draft.id) }],
        },
      })),
    rebase: (seen, version) =>
      editDraft<DraftRebased>(parts, seen, async ({ draft }) => {
        const { number } = await readCurrent(parts);
        const baseVersion = version ?? number;
        if (baseVersion > number || baseVersion < draft.baseVersion) {
          return { answer: { status: "unknown-version" }, commit: null };
        }
        return changed(revised(draft, { baseVersion, failure: null }, seen.by, clock.now()));
      }),
  };
}

async function lookForNew(
  parts: Parts,
  wanted: NewDraft,
  idempotency: Idempotency | null,
): Promise<Look<DraftCreated>> {
  const { name, note, changes, by } = wanted;
  const at = parts.clock.now();
  const { number } = await readCurrent(parts);
  const baseVersion = wanted.baseVersion ?? number;
  if (baseVersion > number) return { answer: { status: "unknown-version" }, commit: null };
  const id = parts.ids.next("drf");
  const draft: SettingsDraft = {
    ...{ schemaVersion: 1, id, name, note, author: by, createdAt: at, updatedBy: by, updatedAt: at, revision: 1 },
    ...{ baseVersion, changes, schedule: null, failure: null },
  };
  const commit = {
    ...emptyCommit(at),
    claims: claimsOf(idempotency, id),
    expects: [{ ...draftKey(id), version: 0 }],
    puts: [{ ...draftKey(id), body: draft }],
    index: [{ change: "put", ...settingsViews.drafts, ...draftKey(id), sort: at, previousKey: null } as const],
    feed: [{ type: "settings-draft-changed", conversationId: null, data: { draftId: id } } as const],
  };
  return { answer: { status: "created", draft }, commit };
}

function changed(draft: SettingsDraft) {
  return {
    answer: { status: "changed", draft } as const,
    commit: { puts: [{ ...draftKey(draft.id), body: draft }] },
  };
}

function withChanges(before: SettingsChanges, { changes, undo }: DraftChange): SettingsChanges {
  const kept = Object.entries({ ...before, ...changes }).filter(([part]) => !undo.includes(part));
  return Object.fromEntries(kept);
}

/** A draft cannot be more than all of the settings. */
function isTooLarge(changes: SettingsChanges): boolean {
  return JSON.stringify(changes).length > maxSettingsBytes;
}
