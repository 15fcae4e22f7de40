import {
  type CaseItem,
  type CaseItemStatus,
  mayHaveMoved,
  missAnswer,
  reopenItem,
} from "../../core/casehandoff/item.ts";
import { readOwn, type Worker } from "./carry-items.ts";
import type { CaseParts } from "./case-parts.ts";
import { tryChange } from "./change-handoff.ts";
import { caseViews, type StoredHandoff, statusKey } from "./documents.ts";
import { withItems } from "./keep-items.ts";

const atOnce = 100;

/**
 * What had failed waits again. On the way back only what a system outside was asked for without an answer, whether it
 * failed by that or still waited when somebody stopped it: who has it is to be found out before it ends.
 */
export async function reopenFailures(
  caseParts: CaseParts,
  before: StoredHandoff,
  worker: Worker,
): Promise<StoredHandoff | null> {
  if (!before.handoff.run.reopens) return before;
  const failed = await reopenAll(caseParts, before, worker, "failed");
  const isBack = failed?.handoff.run.direction === "back";
  const reopened = isBack ? await reopenAll(caseParts, failed, worker, "pending") : failed;
  return reopened && over(caseParts, reopened, worker);
}

async function reopenAll(
  caseParts: CaseParts,
  before: StoredHandoff,
  worker: Worker,
  status: CaseItemStatus,
): Promise<StoredHandoff | null> {
  const { parts } = caseParts;
  const key = statusKey(before.handoff.plan?.id ?? "", status);
  // Of what waits, only what was asked for is at this end.
  const order = status === "pending" ? "descending" : "ascending";
  let stored: StoredHandoff | null = before;
  let cursor: string | null = null;
  while (stored) {
    const now: StoredHandoff = stored;
    const page = await parts.store.query({ view: caseViews.itemsByStatus, key, order, limit: atOnce, cursor });
    const items = page.items.map(({ body }) => body as CaseItem);
    const changes = items.flatMap((item) => reopened(caseParts, now, item));
    const next = changes.length === 0 ? now : await commit(caseParts, now, changes);
    const isLast = page.next === null || (status === "pending" && items.some(({ tries }) => tries === 0));
    if (next && isLast) return next;
    if (next) cursor = page.next;
    // Somebody was faster: the same ones are looked at again.
    stored = next ?? (await readOwn(caseParts, worker));
  }
  return null;
}

function reopened({ parts, modules }: CaseParts, { handoff }: StoredHandoff, before: CaseItem) {
  if (handoff.run.direction === "out") return [{ before, after: reopenItem(before, parts.clock.now()) }];
  const isOutside = modules.find(({ id }) => id === before.moduleId)?.isOutside ?? false;
  const isMarked = before.status === "pending" && before.reason === "no-answer";
  if (!isOutside || isMarked || !mayHaveMoved(before)) return [];
  return [{ before, after: missAnswer(before, before.changedAt) }];
}

async function commit({ parts }: CaseParts, stored: StoredHandoff, changes: ReturnType<typeof reopened>) {
  const event = { type: "items-settled", changes } as const;
  const changed = await tryChange(parts, stored, event, () => withItems({}, changes));
  return changed?.status === "changed" ? { handoff: changed.handoff, version: stored.version + 1 } : null;
}

async function over(caseParts: CaseParts, before: StoredHandoff, worker: Worker): Promise<StoredHandoff | null> {
  for (let stored: StoredHandoff | null = before; stored; stored = await readOwn(caseParts, worker)) {
    if (!stored.handoff.run.reopens) return stored;
    const changed = await tryChange(caseParts.parts, stored, { type: "failures-reopened" }, () => ({}));
    if (changed?.status === "changed") return { handoff: changed.handoff, version: stored.version + 1 };
  }
  return null;
}
