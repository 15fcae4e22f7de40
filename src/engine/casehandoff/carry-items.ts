import type { CaseHandoff } from "../../core/casehandoff/case-handoff.ts";
import { type CaseItem, reopenItem, settleItem } from "../../core/casehandoff/item.ts";
import { isWorking } from "../../core/casehandoff/transition.ts";
import type { Commit } from "../../ports/store.ts";
import type { CaseParts } from "./case-parts.ts";
import { tryChange } from "./change-handoff.ts";
import { itemKey, readHandoff, readItems, type StoredHandoff, statusEntry } from "./documents.ts";
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
  for (let attempt = 0; stored && attempt < maxAttempts; attempt++) {
    const after = await carryOnce(caseParts, stored, items, worker);
    if (after) return after;
    stored = await readOwn(caseParts, worker);
  }
  if (stored) throw new Error(`Case handoff ${worker.handoffId}: no commit in ${maxAttempts} attempts.`);
  return null;
}

async function carryOnce(
  { parts, modules }: CaseParts,
  stored: StoredHandoff,
  items: readonly CaseItem[],
  { signal }: Worker,
): Promise<StoredHandoff | null> {
  const { handoff } = stored;
  const module = modules.find(({ id }) => id === items[0]?.moduleId);
  const at = parts.clock.now();
  const { direction } = handoff.run;
  const planned = handoff.plan?.modules.find(({ id }) => id === module?.id);
  const { overflow = null, onlyTakerId = null } = planned ?? {};
  const carrying = { handoff, direction, isForced: handoff.undo?.isForced ?? false, overflow, onlyTakerId, at, signal };
  const carried = await (module ?? nobody).carry(items, carrying);
  const changes = items.map((item) => {
    const result = carried.results.get(item.id) ?? { status: "failed" as const, reason: "no-answer" };
    return { before: item, after: settleItem(item, result, at) };
  });
  try {
    const changed = await tryChange(parts, stored, { type: "items-settled", changes }, () =>
      withItems(carried.commit, changes),
    );
    return changed?.status === "changed" ? { handoff: changed.handoff, version: stored.version + 1 } : null;
  } finally {
    carried.settled();
  }
}

type Changes = readonly { readonly before: CaseItem; readonly after: CaseItem }[];

function withItems(commit: Partial<Commit>, changes: Changes): Partial<Commit> {
  return {
    ...commit,
    puts: [...(commit.puts ?? []), ...changes.map(({ after }) => ({ ...itemKey(after.id), body: after }))],
    index: [...(commit.index ?? []), ...changes.map(({ before, after }) => statusEntry(after, before))],
  };
}

/** Of a module that is not configured any more. */
const nobody: Pick<ItemModule, "carry"> = {
  carry: async (items, { direction }) => {
    const status = direction === "out" ? "failed" : "left-alone";
    const results = new Map(items.map(({ id }) => [id, { status, reason: "unknown-module" } as const] as const));
    return { results, commit: {}, settled: () => undefined };
  },
};

const reopenedAtOnce = 100;

/** What had failed waits again. */
export async function reopenFailures(
  caseParts: CaseParts,
  before: StoredHandoff,
  worker: Worker,
): Promise<StoredHandoff | null> {
  const { parts } = caseParts;
  let stored: StoredHandoff | null = before;
  while (stored?.handoff.run.reopens) {
    const planId = stored.handoff.plan?.id ?? "";
    const failed = await readItems(parts.store, planId, "failed", reopenedAtOnce);
    const at = parts.clock.now();
    const changes = failed.map((item) => ({ before: item, after: reopenItem(item, at) }));
    const event =
      failed.length === 0 ? { type: "failures-reopened" as const } : { type: "items-settled" as const, changes };
    const changed = await tryChange(parts, stored, event, () => withItems({}, changes));
    stored =
      changed?.status === "changed"
        ? { handoff: changed.handoff, version: stored.version + 1 }
        : await readOwn(caseParts, worker);
  }
  return stored;
}
