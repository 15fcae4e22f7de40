import type { CaseHandoff } from "../../core/casehandoff/case-handoff.ts";
import type { CaseEventBody, CaseRefusal } from "../../core/casehandoff/transition.ts";
import type { Commit } from "../../ports/store.ts";
import type { Parts } from "../parts.ts";
import { tryChange } from "./change-handoff.ts";
import { lockKey, readHandoff, returnEffect, runEffect, type SubjectLock } from "./documents.ts";

export type Begun =
  | { readonly status: "changed"; readonly handoff: CaseHandoff }
  | { readonly status: "missing" }
  | { readonly status: "refused"; readonly code: CaseRefusal; readonly handoff: CaseHandoff }
  /** Another one moves what this person has, right now. */
  | { readonly status: "busy"; readonly lock: SubjectLock }
  | { readonly status: "settled" };

const maxAttempts = 50;

/**
 * From here on something moves: one at a time for one subject, whoever was first. Of two who start the same, the second
 * finds it started, by whom and when.
 */
export async function begin(
  parts: Parts,
  id: string,
  event: Extract<CaseEventBody, { readonly by: string }>,
  also: Partial<Commit> = {},
): Promise<Begun> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const stored = await readHandoff(parts.store, id);
    if (!stored) return { status: "missing" };
    const key = lockKey(stored.handoff.subjectId);
    const [locked] = await parts.store.load([key]);
    const at = parts.clock.now();
    const lock: SubjectLock = { handoffId: id, by: event.by, at };
    const changed = await tryChange(parts, stored, event, (after) => ({
      ...also,
      expects: [{ ...key, version: 0 }],
      puts: [{ ...key, body: lock }],
      effects: [runEffect(after, at), ...(event.type === "started" ? returnOf(after) : [])],
    }));
    // Refused by its own state first: that says more than that something runs.
    if (changed) return changed;
    const held = locked ? (locked.body as SubjectLock) : null;
    // Its own: somebody began this very one between the two looks, and the next look says so.
    if (held && held.handoffId !== id) return { status: "busy", lock: held };
  }
  throw new Error(`Case handoff ${id}: no commit in ${maxAttempts} attempts.`);
}

function returnOf(handoff: CaseHandoff) {
  const { returnAt } = handoff.choices;
  return returnAt === null ? [] : [returnEffect(handoff, returnAt)];
}
