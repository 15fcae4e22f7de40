import type { CaseHandoff, CaseRun } from "../../core/casehandoff/case-handoff.ts";
import type { ItemChange } from "../../core/casehandoff/counts.ts";
import { type CaseItem, settleItem } from "../../core/casehandoff/item.ts";
import { isWorking } from "../../core/casehandoff/transition.ts";
import { isSameValue } from "../../core/settings/same-value.ts";
import type { CaseParts } from "./case-parts.ts";
import { tryChange } from "./change-handoff.ts";
import { itemKey, readHandoff, type StoredHandoff } from "./documents.ts";
import { withItems } from "./keep-items.ts";
import { markLate } from "./mark-late.ts";
import type { ItemModule } from "./modules/item-module.ts";

/** Who works on it: as long as the round is theirs, and not a moment longer. */
export interface Worker {
  readonly handoffId: string;
  readonly round: number;
  readonly signal: AbortSignal;
}

function isTheirs({ status, run }: CaseHandoff, { round }: Worker): boolean {
  return isWorking(status) && run.round === round;
}

export async function readOwn({ parts }: CaseParts, worker: Worker): Promise<StoredHandoff | null> {
  const stored = await readHandoff(parts.store, worker.handoffId);
  return stored && isTheirs(stored.handoff, worker) ? stored : null;
}

const maxAttempts = 50;

/**
 * Items of one module: what moves, what marks it and the counts are one commit, with the version of everything that was
 * looked at. Somebody was faster with one of them: looked at again. `null`: stopped, or somebody else's now.
 */
export async function carryBatch(
  caseParts: CaseParts,
  before: StoredHandoff,
  items: readonly CaseItem[],
  worker: Worker,
): Promise<StoredHandoff | null> {
  let stored: StoredHandoff | null = before;
  let waiting = items;
  for (let attempt = 0; stored && attempt < maxAttempts; attempt++) {
    if (waiting.length === 0) return stored;
    const carried = await carryOnce(caseParts, stored, waiting, worker);
    if (carried.status === "marked") return carried.stored;
    stored = await readOwn(caseParts, worker);
    waiting = await unmarked(caseParts, waiting);
    if (!stored && carried.isOutside) await markLate(caseParts.parts, worker.handoffId, carried.changes);
  }
  if (stored) throw new Error(`Case handoff ${worker.handoffId}: no commit in ${maxAttempts} attempts.`);
  return null;
}

/**
 * A process that stood still was taken for lost, and another one does the same work: what that has marked is not marked
 * again. Read after the case handoff, whose version then says whether it still holds.
 */
async function unmarked({ parts }: CaseParts, items: readonly CaseItem[]): Promise<readonly CaseItem[]> {
  const stored = await parts.store.load(items.map(({ id }) => itemKey(id)));
  return items.filter((item, index) => isSameValue(stored[index]?.body as CaseItem | undefined, item));
}

type CarriedOnce =
  | { readonly status: "marked"; readonly stored: StoredHandoff }
  | { readonly status: "stale"; readonly changes: readonly ItemChange[]; readonly isOutside: boolean };

async function carryOnce(
  { parts, modules }: CaseParts,
  stored: StoredHandoff,
  items: readonly CaseItem[],
  { signal }: Worker,
): Promise<CarriedOnce> {
  const { handoff } = stored;
  const module = modules.find(({ id }) => id === items[0]?.moduleId);
  const at = parts.clock.now();
  // On the way back what waits was asked for on the way out, and nobody heard the answer.
  const direction: CaseRun["direction"] = items[0]?.status === "pending" ? "out" : "back";
  const isRecall = direction !== handoff.run.direction;
  const planned = handoff.plan?.modules.find(({ id }) => id === module?.id);
  const { overflow = null, onlyTakerId = null } = planned ?? {};
  const isForced = handoff.undo?.isForced ?? false;
  const carrying = { handoff, direction, isRecall, isForced, overflow, onlyTakerId, at, signal };
  const carried = await (module ?? nobody).carry(items, carrying);
  const changes = items.map((item) => {
    const result = carried.results.get(item.id) ?? { status: "failed" as const, reason: "no-answer" };
    return { before: item, after: settleItem(item, result, at) };
  });
  let isCommitted = false;
  try {
    const changed = await tryChange(parts, stored, { type: "items-settled", changes }, () =>
      withItems(carried.commit, changes),
    );
    isCommitted = changed?.status === "changed";
    if (changed?.status !== "changed") return { status: "stale", changes, isOutside: module?.isOutside ?? false };
    return { status: "marked", stored: { handoff: changed.handoff, version: stored.version + 1 } };
  } finally {
    carried.settled(isCommitted);
  }
}

/** Of a module that is not configured any more. */
const nobody: Pick<ItemModule, "carry"> = {
  carry: async (items, { direction }) => {
    const status = direction === "out" ? "failed" : "left-alone";
    const results = new Map(items.map(({ id }) => [id, { status, reason: "unknown-module" } as const] as const));
    return { results, commit: {}, settled: () => undefined };
  },
};
