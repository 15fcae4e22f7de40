import { itemsKeptUntil, readCaseHandoff } from "../../core/casehandoff/case-handoff.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import type { CaseParts } from "./case-parts.ts";
import { changeHandoff } from "./change-handoff.ts";
import { type CaseHandoffExpire, caseViews, expireEffects, readHandoff } from "./documents.ts";
import { dropItems } from "./keep-items.ts";

/** Its items were kept long enough. It says so before they go, so that nobody undoes half of it. */
export function createCaseExpiry({ parts }: Pick<CaseParts, "parts">) {
  return async (_leased: LeasedEffect, { handoffId }: CaseHandoffExpire): Promise<Outcome> => {
    const stored = await readHandoff(parts.store, handoffId);
    if (!stored) return { outcome: "done" };
    const { handoff } = stored;
    if (handoff.itemsGoneAt === null) {
      const expired = await changeHandoff(parts, handoffId, { type: "items-expired" });
      if (expired.status !== "changed") return later(parts, itemsKeptUntil(handoff));
    }
    for (const planId of [...handoff.oldPlans, ...(handoff.plan ? [handoff.plan.id] : [])]) {
      await dropItems(parts, planId);
    }
    return { outcome: "done" };
  };
}

/** It goes on, and its end says when; or the clock was set back. */
function later({ clock }: Pick<Parts, "clock">, keptUntil: number | null): Outcome {
  if (keptUntil === null) return { outcome: "done" };
  const retryAfterMs = Math.max(1_000, keptUntil - clock.now());
  return { outcome: "retry", error: "its items are still kept", retryAfterMs };
}

const key = { kind: "case-handoffs-expiring", id: "all" };
const pageSize = 50;

/** Those that ended under a version that kept items for ever: once, when the first one ends under this one. */
export async function expireOlder({ store, clock, wakeAt }: Parts): Promise<void> {
  const [done] = await store.load([key]);
  if (done) return;
  let cursor: string | null = null;
  do {
    const page = await store.query({ ...caseViews.all, order: "ascending", limit: pageSize, cursor });
    const effects = page.items.flatMap(({ body }) => expireEffects(readCaseHandoff(body)));
    await store.commit({ ...emptyCommit(clock.now()), effects });
    for (const { dueAt } of effects) wakeAt(dueAt);
    cursor = page.next;
  } while (cursor !== null);
  await store.commit({ ...emptyCommit(clock.now()), puts: [{ ...key, body: { schemaVersion: 1 } }] });
}
