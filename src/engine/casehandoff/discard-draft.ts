import { isOpen } from "../../core/casehandoff/transition.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { caseViews, handoffKey, readHandoff } from "./documents.ts";
import { dropItems } from "./keep-items.ts";

export type Discarded = "discarded" | "missing" | "already-started";

/** Only what has not begun: the rest is a record of what was moved. */
export async function discardDraft(parts: Parts, id: string): Promise<Discarded> {
  for (;;) {
    const stored = await readHandoff(parts.store, id);
    if (!stored) return "missing";
    const { handoff, version } = stored;
    if (!isOpen(handoff.status)) return "already-started";
    const key = handoffKey(id);
    const gone = { change: "remove", ...key } as const;
    const result = await parts.store.commit({
      ...emptyCommit(parts.clock.now()),
      expects: [{ ...key, version }],
      removes: [key],
      index: [
        { ...gone, ...caseViews.all },
        { ...gone, view: caseViews.bySubject, key: handoff.subjectId },
      ],
    });
    if (result.status !== "committed") continue;
    const plans = [...handoff.oldPlans, ...(handoff.plan ? [handoff.plan.id] : [])];
    for (const planId of plans) await dropItems(parts, planId);
    return "discarded";
  }
}
