import type { LeasedEffect, NewEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import type { Parts } from "../parts.ts";
import { type DraftFailure, draftKey, type SettingsDraft, type SettingsPublish } from "./documents.ts";
import { type DraftRefused, editDraft, onDraft, readDraft, revised, type SeenDraft } from "./edit-draft.ts";
import { examineDraft } from "./examine-draft.ts";
import { type NotPublishable, type Published, publishDraft, whyNot } from "./publish.ts";
import { readCurrent } from "./read-settings.ts";
import { tellFailed } from "./tell-failed.ts";
import { onceCommitted, untilCommitted } from "./until-committed.ts";

export type Scheduled = { readonly status: "scheduled"; readonly draft: SettingsDraft } | NotPublishable;
export type ScheduleCancelled =
  | { readonly status: "cancelled"; readonly draft: SettingsDraft }
  | { readonly status: "missing" }
  | { readonly status: "not-scheduled" };

export interface PublishTime {
  readonly at: number;
  /** `null`: the draft's own. */
  readonly note: string | null;
  /** Who is told when it fails; `null`: an outside system or the operator schedules it. */
  readonly byAgentId: string | null;
}

/** What could not be published now is not put off: the lead is still there to mend it. */
export async function scheduleDraft(
  parts: Parts,
  seen: SeenDraft,
  { at, note, byAgentId }: PublishTime,
): Promise<Scheduled | DraftRefused> {
  const already = await findAgreed(parts, seen.id, { at, note });
  if (already) return { status: "scheduled", draft: already };
  const scheduled = await editDraft<Scheduled>(parts, seen, async ({ draft }) => {
    const refused = whyNot(await examineDraft(parts, draft, await readCurrent(parts)));
    if (refused) return { answer: refused, commit: null };
    const effectId = `${draft.id}.publish-${draft.revision + 1}`;
    const schedule = { at, by: seen.by, byAgentId, note: note ?? draft.note, effectId };
    const fresh = revised(draft, { schedule, failure: null }, seen.by, parts.clock.now());
    return {
      answer: { status: "scheduled", draft: fresh },
      commit: { puts: [{ ...draftKey(draft.id), body: fresh }], effects: [publishEffect(draft.id, effectId, at)] },
    };
  });
  if (scheduled.status === "scheduled") parts.wakeAt(at);
  return scheduled;
}

/** The draft that waits for this very time: whoever asks again has not got the answer. */
async function findAgreed(
  parts: Parts,
  id: string,
  { at, note }: Pick<PublishTime, "at" | "note">,
): Promise<SettingsDraft | null> {
  const draft = (await readDraft(parts, id))?.draft;
  const isSame = draft?.schedule?.at === at && draft.schedule.note === (note ?? draft.note);
  return draft && isSame ? draft : null;
}

/** A lane of its own: one that is due in a week holds up none that is due tomorrow. */
function publishEffect(draftId: string, id: string, dueAt: number): NewEffect {
  const body: SettingsPublish = { type: "settings-publish", draftId };
  return { id, lane: null, pool: "settings", dueAt, owner: "", body, whenLeased: [] };
}

export function cancelSchedule(parts: Parts, draftId: string, by: string): Promise<ScheduleCancelled> {
  return untilCommitted<ScheduleCancelled>(parts, async () => {
    const stored = await readDraft(parts, draftId);
    if (!stored) return { answer: { status: "missing" }, commit: null };
    const { schedule } = stored.draft;
    if (!schedule) return { answer: { status: "not-scheduled" }, commit: null };
    const draft = revised(stored.draft, { schedule: null }, by, parts.clock.now());
    const puts = [{ ...draftKey(draftId), body: draft }];
    return {
      answer: { status: "cancelled", draft },
      commit: onDraft(parts, stored, { puts, cancels: [schedule.effectId] }),
    };
  });
}

/** Its time has come. It is checked again, for the world has gone on; a draft that fails stays, with the reason. */
export function createSettingsPublish(parts: Parts, published: () => Promise<void>) {
  return async (leased: LeasedEffect, { draftId }: SettingsPublish): Promise<Outcome> => {
    const stored = await readDraft(parts, draftId);
    const schedule = stored?.draft.schedule;
    if (schedule?.effectId !== leased.id) return { outcome: "done" };
    const { by, note } = schedule;
    const request = { draftId, by, note, revision: null, idempotency: null, effectId: leased.id };
    const result = await publishDraft(parts, request);
    if (result.status === "published") await published();
    return isRefused(result) ? keepFailed(parts, leased, draftId, result) : { outcome: outcomeOf(result) };
  };
}

function isRefused(result: Published): result is NotPublishable {
  return result.status === "conflict" || result.status === "invalid" || result.status === "unchanged";
}

function outcomeOf({ status }: Published): "settled" | "done" {
  return status === "published" || status === "settled" ? "settled" : "done";
}

async function keepFailed(
  parts: Parts,
  { id }: LeasedEffect,
  draftId: string,
  result: NotPublishable,
): Promise<Outcome> {
  await onceCommitted(parts, null, async () => {
    const stored = await readDraft(parts, draftId);
    const schedule = stored?.draft.schedule;
    if (!stored || schedule?.effectId !== id) return { answer: { status: "settled" }, commit: null };
    const failure = failureOf(result, parts.clock.now());
    const draft = { ...stored.draft, revision: stored.draft.revision + 1, schedule: null, failure };
    const data = { draftId, because: failure.because };
    const commit = onDraft(parts, stored, {
      settles: [id],
      puts: [{ ...draftKey(draftId), body: draft }],
      effects: await tellFailed(parts, draft.id, schedule, failure),
      feed: [{ type: "settings-publish-failed", conversationId: null, data }],
    });
    return { answer: { status: "settled" }, commit };
  });
  return { outcome: "settled" };
}

function failureOf(result: NotPublishable, at: number): DraftFailure {
  return {
    at,
    because: result.status,
    problems: result.status === "invalid" ? result.problems : [],
    conflicts: result.status === "conflict" ? result.conflicts.map(({ part }) => part) : [],
  };
}
