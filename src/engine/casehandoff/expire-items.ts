import {
  type CaseHandoff,
  itemsKeptUntil,
  planKeptUntil,
  readCaseHandoff,
} from "../../core/casehandoff/case-handoff.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import type { CaseParts } from "./case-parts.ts";
import { changeHandoff } from "./change-handoff.ts";
import { type CaseHandoffExpire, caseViews, expireEffects, readHandoff } from "./documents.ts";
import { giveUp } from "./give-up.ts";
import { dropItems } from "./keep-items.ts";

/** Nothing stays for ever that nobody goes on with: a plan, what was stopped, and in the end the items. */
export function createCaseExpiry(caseParts: CaseParts) {
  const { parts } = caseParts;
  return async (_leased: LeasedEffect, { handoffId, planId }: CaseHandoffExpire): Promise<Outcome> => {
    if (planId !== undefined) return expirePlan(parts, handoffId, planId);
    const stored = await readHandoff(parts.store, handoffId);
    if (!stored) return { outcome: "done" };
    const { handoff } = stored;
    if (handoff.status === "stopped") return later(parts, await giveUp(caseParts, handoffId));
    return expireItems(parts, handoff);
  };
}

/** Not started in time: it is a draft again. Items of a plan that was edited away, or never finished, go as well. */
async function expirePlan(parts: Parts, handoffId: string, planId: string): Promise<Outcome> {
  const expired = await changeHandoff(parts, handoffId, { type: "plan-expired", planId });
  if (expired.status === "refused" && expired.handoff.plan?.id === planId) {
    return later(parts, planKeptUntil(expired.handoff));
  }
  await dropItems(parts, planId);
  return { outcome: "done" };
}

/** Its items were kept long enough. It says so before they go, so that nobody undoes half of it. */
async function expireItems(parts: Parts, handoff: CaseHandoff): Promise<Outcome> {
  const { id, itemsGoneAt, oldPlans, plan } = handoff;
  if (itemsGoneAt === null) {
    const expired = await changeHandoff(parts, id, { type: "items-expired" });
    if (expired.status !== "changed") return later(parts, itemsKeptUntil(handoff));
  }
  for (const planId of [...oldPlans, ...(plan ? [plan.id] : [])]) await dropItems(parts, planId);
  return { outcome: "done" };
}

/** `null`: it goes on, and its end says when. Otherwise it was continued in between, or the clock was set back. */
function later({ clock }: Pick<Parts, "clock">, keptUntil: number | null): Outcome {
  if (keptUntil === null) return { outcome: "done" };
  const retryAfterMs = Math.max(1_000, keptUntil - clock.now());
  return { outcome: "retry", error: "it is still kept", retryAfterMs };
}

const key = { kind: "case-handoffs-expiring", id: "all" };
const pageSize = 50;

/** What a version kept for ever that nobody goes on with: once, when the first one ends under this one. */
export async function expireOlder({ store, clock, wakeAt }: Parts): Promise<void> {
  const [done] = await store.load([key]);
  // 1 → 2: also plans, and what was stopped.
  if ((done?.body as { readonly schemaVersion: number } | undefined)?.schemaVersion === 2) return;
  let cursor: string | null = null;
  do {
    const page = await store.query({ ...caseViews.all, order: "ascending", limit: pageSize, cursor });
    const effects = page.items.flatMap(({ body }) => expireEffects(readCaseHandoff(body)));
    await store.commit({ ...emptyCommit(clock.now()), effects });
    for (const { dueAt } of effects) wakeAt(dueAt);
    cursor = page.next;
  } while (cursor !== null);
  await store.commit({ ...emptyCommit(clock.now()), puts: [{ ...key, body: { schemaVersion: 2 } }] });
}
