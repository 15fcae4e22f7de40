import { isOpen } from "../../core/casehandoff/transition.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { type Changed, tryChange } from "./change-handoff.ts";
import { caseViews, handoffKey, readHandoff, type StoredHandoff } from "./documents.ts";
import { dropItems } from "./keep-items.ts";

export type Discarded = { readonly status: "discarded" } | Exclude<Changed, { status: "changed" }>;

/**
 * Only what has not begun: the rest is a record of what was moved. First the plan stops counting, then its items go,
 * and the draft that names them goes last: cut off anywhere, it is a draft that can be verified or discarded again.
 */
export async function discardDraft(parts: Parts, id: string, by: string): Promise<Discarded> {
  for (;;) {
    const stored = await readHandoff(parts.store, id);
    if (!stored) return { status: "missing" };
    const { handoff } = stored;
    if (!isOpen(handoff.status)) return { status: "refused", code: "already-started", handoff };
    if (handoff.plan) {
      await tryChange(parts, stored, { type: "edited", by, choices: handoff.choices }, () => ({}));
      continue;
    }
    for (const planId of handoff.oldPlans) await dropItems(parts, planId);
    if (await remove(parts, stored)) return { status: "discarded" };
  }
}

async function remove({ store, clock }: Parts, { handoff, version }: StoredHandoff): Promise<boolean> {
  const key = handoffKey(handoff.id);
  const gone = { change: "remove", ...key } as const;
  const result = await store.commit({
    ...emptyCommit(clock.now()),
    expects: [{ ...key, version }],
    removes: [key],
    index: [
      { ...gone, ...caseViews.all },
      { ...gone, view: caseViews.bySubject, key: handoff.subjectId },
    ],
  });
  return result.status === "committed";
}
