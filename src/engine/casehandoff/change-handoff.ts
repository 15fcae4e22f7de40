import type { CaseHandoff } from "../../core/casehandoff/case-handoff.ts";
import { totals } from "../../core/casehandoff/counts.ts";
import { type CaseEventBody, type CaseRefusal, transition } from "../../core/casehandoff/transition.ts";
import type { Commit, FeedInput } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { handoffKey, readHandoff, type StoredHandoff } from "./documents.ts";

export type Changed =
  | { readonly status: "changed"; readonly handoff: CaseHandoff }
  | { readonly status: "missing" }
  | { readonly status: "refused"; readonly code: CaseRefusal; readonly handoff: CaseHandoff }
  /** The effect that did it is gone: it was done. */
  | { readonly status: "settled" };

type AlsoCommitted = Partial<Commit>;

const maxAttempts = 50;

/** One event of a case handoff, with what belongs to it, in one commit. */
export async function changeHandoff(
  parts: Parts,
  id: string,
  event: CaseEventBody,
  also: (after: CaseHandoff, before: CaseHandoff) => AlsoCommitted = () => ({}),
): Promise<Changed> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const stored = await readHandoff(parts.store, id);
    if (!stored) return { status: "missing" };
    const changed = await tryChange(parts, stored, event, also);
    if (changed) return changed;
  }
  throw new Error(`Case handoff ${id}: no commit in ${maxAttempts} attempts.`);
}

/** `null`: something in it has changed meanwhile. */
export async function tryChange(
  parts: Pick<Parts, "store" | "clock" | "wakeAt">,
  stored: StoredHandoff,
  event: CaseEventBody,
  also: (after: CaseHandoff, before: CaseHandoff) => AlsoCommitted,
): Promise<Changed | null> {
  const at = parts.clock.now();
  const { handoff: before, version } = stored;
  const changed = transition(before, { ...event, at });
  if (changed.status === "refused") return { ...changed, handoff: before };
  const { handoff } = changed;
  const more = also(handoff, before);
  const result = await parts.store.commit({
    ...emptyCommit(at),
    ...more,
    expects: [...(more.expects ?? []), { ...handoffKey(handoff.id), version }],
    puts: [...(more.puts ?? []), { ...handoffKey(handoff.id), body: handoff }],
    feed: [...(more.feed ?? []), handoffChanged(handoff)],
  });
  if (result.status === "stale") return null;
  if (result.status === "duplicate") return { status: "settled" };
  for (const { dueAt } of more.effects ?? []) parts.wakeAt(dueAt);
  return { status: "changed", handoff };
}

export function handoffChanged({ id, subjectId, status, counts }: CaseHandoff): FeedInput {
  const { pending, moved, returned, failed, "skipped-changed": skipped, "left-alone": leftAlone } = totals(counts);
  const data = { caseHandoffId: id, subjectId, status, pending, moved, returned, failed, skipped, leftAlone };
  return { type: "case-handoff-changed", conversationId: null, data };
}
