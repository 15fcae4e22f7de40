import type { SettingsProblem } from "../../core/settings/problem.ts";
import type { Commit } from "../../ports/store.ts";
import type { Idempotency } from "../commands.ts";
import type { Parts } from "../parts.ts";
import { draftKey, type SettingsDraft, type SettingsVersion, settingsViews } from "./documents.ts";
import { onDraft, readDraft, refusal, type StoredDraft } from "./edit-draft.ts";
import { type DraftConflict, type ExaminedDraft, errorsAmong, examineDraft } from "./examine-draft.ts";
import { versionAfter, versionCommit } from "./new-version.ts";
import { readCurrent } from "./read-settings.ts";
import { claimsOf, type EarlierRequest } from "./repeated-request.ts";
import { type Look, onceCommitted } from "./until-committed.ts";

export interface PublishRequest {
  readonly draftId: string;
  readonly by: string;
  /** `null`: the draft's own. */
  readonly note: string | null;
  /** The revision the caller has seen; `null`: whatever it is. */
  readonly revision: number | null;
  readonly idempotency: Idempotency | null;
  /** The effect this is the end of; `null`: a person publishes. */
  readonly effectId: string | null;
}

export type Published =
  | { readonly status: "published"; readonly version: SettingsVersion }
  | PublishRefused
  | EarlierRequest
  /** The schedule was cancelled or carried out meanwhile. */
  | { readonly status: "settled" };

export type PublishRefused =
  | { readonly status: "missing" }
  | { readonly status: "stale"; readonly revision: number }
  | NotPublishable;

export type NotPublishable =
  | { readonly status: "conflict"; readonly conflicts: readonly DraftConflict[] }
  | { readonly status: "invalid"; readonly problems: readonly SettingsProblem[] }
  | { readonly status: "unchanged" };

/** Exactly the draft's parts on the version in force now, checked as a whole; what is in force stays if that fails. */
export function publishDraft(parts: Parts, request: PublishRequest): Promise<Published> {
  return onceCommitted<Published>(parts, request.idempotency, async () => {
    const stored = await readDraft(parts, request.draftId);
    const refused = refusal(stored, { id: request.draftId, ...request });
    // Publishing now what waits for its time is meant: it will not be published twice.
    if (!stored || (refused && refused.status !== "locked")) {
      return { answer: refused?.status === "stale" ? refused : { status: "missing" }, commit: null };
    }
    return look(parts, request, stored);
  });
}

async function look(parts: Parts, request: PublishRequest, stored: StoredDraft): Promise<Look<Published>> {
  const current = await readCurrent(parts);
  const examined = await examineDraft(parts, stored.draft, current);
  const answer = whyNot(examined);
  if (answer) return { answer, commit: null };
  const { draft } = stored;
  const at = parts.clock.now();
  const origin = { type: "draft", draftId: draft.id, name: draft.name } as const;
  const { settings, changes } = examined;
  const version = versionAfter(current, {
    author: request.by,
    note: request.note ?? draft.note,
    at,
    origin,
    settings,
    changes,
  });
  const commit = onDraft(parts, stored, versionCommit(current, version, settings));
  const answerWhenDone = { status: "published", version } as const;
  return { answer: answerWhenDone, commit: withDraftGone(commit, { draft, request, number: version.number }) };
}

export function whyNot({ changes, conflicts, problems }: ExaminedDraft): NotPublishable | null {
  if (changes.length === 0) return { status: "unchanged" };
  if (conflicts.length > 0) return { status: "conflict", conflicts };
  const errors = errorsAmong(problems);
  return errors.length > 0 ? { status: "invalid", problems: errors } : null;
}

interface Ending {
  readonly draft: SettingsDraft;
  readonly request: PublishRequest;
  readonly number: number;
}

/** A draft ends with its publishing, and so does what would have published it later. */
function withDraftGone(commit: Commit, { draft, request, number }: Ending): Commit {
  const scheduled = draft.schedule?.effectId;
  return {
    ...commit,
    claims: claimsOf(request.idempotency, String(number)),
    settles: request.effectId === null ? [] : [request.effectId],
    cancels: scheduled === undefined || scheduled === request.effectId ? [] : [scheduled],
    removes: [draftKey(draft.id)],
    index: [...commit.index, { change: "remove", ...settingsViews.drafts, ...draftKey(draft.id) }],
  };
}
