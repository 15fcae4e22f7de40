import type { Claim, LeasedEffect, NewEffect } from "../../ports/store.ts";
import type { Idempotency } from "../commands.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { type DraftFailure, draftKey, type SettingsDraft, type SettingsPublish } from "./documents.ts";
import {
  type DraftRefused,
  onDraft,
  readDraft,
  refusal,
  revised,
  type SeenDraft,
  type StoredDraft,
} from "./edit-draft.ts";
import { examineDraft } from "./examine-draft.ts";
import { type NotPublishable, type Published, publishDraft, whyNot } from "./publish.ts";
import { readCurrent } from "./read-settings.ts";
import { claimsOf, type EarlierRequest } from "./repeated-request.ts";
import { tellFailed } from "./tell-failed.ts";
import { type Look, onceCommitted, untilCommitted } from "./until-committed.ts";

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

export type ScheduleAnswer =
  | Scheduled
  | DraftRefused
  /** `draft`: as the first answer had it, but for the values of its changes. */
  | { readonly status: "repeated"; readonly draft: SettingsDraft }
  | Extract<EarlierRequest, { readonly status: "clash" }>
  | { readonly status: "past" | "too-far" };

const furthestMs = 366 * 24 * 3_600_000;

/** What could not be published now is not put off: the lead is still there to mend it. */
export async function scheduleDraft(
  parts: Parts,
  seen: SeenDraft,
  time: PublishTime,
  idempotency: Idempotency | null,
): Promise<ScheduleAnswer> {
  const result = await onceCommitted(parts, idempotency, () => lookToSchedule(parts, seen, time, idempotency));
  if (result.status === "settled") throw new Error("Scheduling settles no effect.");
  return result.status === "repeated" ? { status: "repeated", draft: JSON.parse(result.result) } : result;
}

async function lookToSchedule(
  parts: Parts,
  seen: SeenDraft,
  { at, note, byAgentId }: PublishTime,
  idempotency: Idempotency | null,
): Promise<Look<Scheduled | DraftRefused | { readonly status: "past" | "too-far" }>> {
  const now = parts.clock.now();
  if (at <= now) return { answer: { status: "past" }, commit: null };
  if (at > now + furthestMs) return { answer: { status: "too-far" }, commit: null };
  const stored = await readDraft(parts, seen.id);
  if (stored && isAgreed(stored.draft, { at, note })) return agreed(stored, idempotency, now);
  const refused = refusal(stored, seen);
  if (!stored || refused) return { answer: refused ?? { status: "missing" }, commit: null };
  const { draft } = stored;
  const unfit = whyNot(await examineDraft(parts, draft, await readCurrent(parts)));
  if (unfit) return { answer: unfit, commit: null };
  const effectId = `${draft.id}.publish-${draft.revision + 1}`;
  const schedule = { at, by: seen.by, byAgentId, note: note ?? draft.note, effectId };
  const fresh = revised(draft, { schedule, failure: null }, seen.by, now);
  const commit = onDraft(parts, stored, {
    claims: keepAnswer(idempotency, fresh),
    puts: [{ ...draftKey(draft.id), body: fresh }],
    effects: [publishEffect(draft.id, effectId, at)],
  });
  return { answer: { status: "scheduled", draft: fresh }, commit };
}

/** Whoever asks again for the time it waits for has not got the answer. */
function isAgreed({ schedule, note: own }: SettingsDraft, { at, note }: Pick<PublishTime, "at" | "note">): boolean {
  return schedule?.at === at && schedule.note === (note ?? own);
}

function agreed({ draft }: StoredDraft, idempotency: Idempotency | null, now: number): Look<Scheduled> {
  const claims = keepAnswer(idempotency, draft);
  return {
    answer: { status: "scheduled", draft },
    commit: claims.length === 0 ? null : { ...emptyCommit(now), claims },
  };
}

/** The answer outlives the draft, which may be called off, changed or published before it is asked for again. */
function keepAnswer(idempotency: Idempotency | null, draft: SettingsDraft): readonly Claim[] {
  const changes = Object.fromEntries(Object.keys(draft.changes).map((part) => [part, null]));
  return claimsOf(idempotency, JSON.stringify({ ...draft, changes }));
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
