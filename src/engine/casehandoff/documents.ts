import {
  type CaseHandoff,
  continuableUntil,
  itemsKeptUntil,
  planKeptUntil,
  readCaseHandoff,
} from "../../core/casehandoff/case-handoff.ts";
import type { CaseItem, CaseItemStatus } from "../../core/casehandoff/item.ts";
import type { DocumentKey, IndexChange, NewEffect, Store } from "../../ports/store.ts";

/** Due when the next items are to be moved. */
export interface CaseHandoffRun {
  readonly type: "case-handoff-run";
  readonly handoffId: string;
  readonly round: number;
}

/** Due when a temporary one goes back. */
export interface CaseHandoffReturn {
  readonly type: "case-handoff-return";
  readonly handoffId: string;
}

/** Due when its items were kept long enough, or when nobody has gone on with it for so long. */
export interface CaseHandoffExpire {
  readonly type: "case-handoff-expire";
  readonly handoffId: string;
  /** Of a plan that was not started. */
  readonly planId?: string;
}

/** Who is being moved right now: one at a time for one subject. */
export interface SubjectLock {
  readonly handoffId: string;
  readonly by: string;
  readonly at: number;
}

export const handoffKey = (id: string): DocumentKey => ({ kind: "case-handoff", id });
export const itemKey = (id: string): DocumentKey => ({ kind: "case-item", id });
export const lockKey = (subjectId: string): DocumentKey => ({ kind: "case-handoff-lock", id: subjectId });

export const caseViews = {
  all: { view: "case-handoffs", key: "all" },
  bySubject: "case-handoffs-by-subject",
  items: "case-items",
  itemsByStatus: "case-items-by-status",
} as const;

export const statusKey = (planId: string, status: CaseItemStatus): string => `${planId}:${status}`;

/** In both views, so that lists and filters are right at once. */
export function newItemEntries(item: CaseItem): IndexChange[] {
  return [
    {
      change: "put",
      view: caseViews.items,
      key: item.planId,
      ...itemKey(item.id),
      sort: item.position,
      previousKey: null,
    },
    statusEntry(item, null),
  ];
}

/** What could not be reached goes behind everything else that waits. */
const behind = 10_000_000;
/** Read from the end, what is to be looked for comes first, and first of that what was asked for least often. */
const lookedFor = 100;

export function statusEntry(item: CaseItem, before: CaseItem | null): IndexChange {
  const key = statusKey(item.planId, item.status);
  const previousKey = before && before.status !== item.status ? statusKey(before.planId, before.status) : null;
  const isLookedFor = item.status === "pending" && item.reason === "no-answer";
  const sort = item.position + (isLookedFor ? lookedFor - item.tries : item.tries) * behind;
  return { change: "put", view: caseViews.itemsByStatus, key, ...itemKey(item.id), sort, previousKey };
}

export function removedEntries(item: CaseItem): IndexChange[] {
  const gone = { change: "remove", ...itemKey(item.id) } as const;
  return [
    { ...gone, view: caseViews.items, key: item.planId },
    { ...gone, view: caseViews.itemsByStatus, key: statusKey(item.planId, item.status) },
  ];
}

/**
 * One at a time for each case handoff, in a pool of its own: nothing that customers wait for stands behind it. Where it
 * only waits for a system outside (`isLater`), whoever continues or undoes it does not wait behind it.
 */
export function runEffect({ id, run }: CaseHandoff, dueAt: number, { isLater = false } = {}): NewEffect {
  const body: CaseHandoffRun = { type: "case-handoff-run", handoffId: id, round: run.round };
  const lane = isLater ? null : `case-handoff:${id}`;
  return { id: `${id}.run.${run.round}`, lane, pool: "case-handoff", dueAt, owner: "", body, whenLeased: [] };
}

export const returnEffectId = (id: string): string => `${id}.return`;

export function returnEffect({ id }: CaseHandoff, dueAt: number): NewEffect {
  const body: CaseHandoffReturn = { type: "case-handoff-return", handoffId: id };
  return { id: returnEffectId(id), lane: null, pool: "case-handoff", dueAt, owner: "", body, whenLeased: [] };
}

/** None while it is not known until when it stays as it is. */
export function expireEffects(handoff: CaseHandoff): readonly NewEffect[] {
  const { id, run, plan } = handoff;
  const planDueAt = planKeptUntil(handoff);
  if (plan && planDueAt !== null) return [planExpireEffect(id, plan.id, planDueAt)];
  const stoppedDueAt = continuableUntil(handoff);
  if (stoppedDueAt !== null) return [expireEffect(`${id}.give-up.${run.round}`, { handoffId: id }, stoppedDueAt)];
  const dueAt = itemsKeptUntil(handoff);
  return dueAt === null ? [] : [expireEffect(`${id}.expire.${run.round}`, { handoffId: id }, dueAt)];
}

export function planExpireEffect(handoffId: string, planId: string, dueAt: number): NewEffect {
  return expireEffect(`${handoffId}.expire.${planId}`, { handoffId, planId }, dueAt);
}

function expireEffect(id: string, about: Omit<CaseHandoffExpire, "type">, dueAt: number): NewEffect {
  const body: CaseHandoffExpire = { type: "case-handoff-expire", ...about };
  return { id, lane: null, pool: "case-handoff", dueAt, owner: "", body, whenLeased: [] };
}

export interface StoredHandoff {
  readonly handoff: CaseHandoff;
  readonly version: number;
}

export async function readHandoff(store: Store, id: string): Promise<StoredHandoff | null> {
  const [stored] = await store.load([handoffKey(id)]);
  return stored ? { handoff: readCaseHandoff(stored.body), version: stored.version } : null;
}

/** In the order of the plan; what did not answer is behind everything else, or `lastFirst` before it. */
export async function readItems(
  store: Store,
  planId: string,
  status: CaseItemStatus,
  limit: number,
  { lastFirst = false } = {},
) {
  const order = lastFirst ? "descending" : "ascending";
  const view = { view: caseViews.itemsByStatus, key: statusKey(planId, status), order } as const;
  const page = await store.query({ ...view, limit, cursor: null });
  return page.items.map(({ body }) => body as CaseItem);
}
