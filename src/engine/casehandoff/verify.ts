import { type CaseHandoff, planKeptMs } from "../../core/casehandoff/case-handoff.ts";
import { countItems } from "../../core/casehandoff/counts.ts";
import { isOpen } from "../../core/casehandoff/transition.ts";
import { emptyCommit } from "../empty-commit.ts";
import { readAgents } from "../read-agents.ts";
import { readCurrent } from "../settings/read-settings.ts";
import type { CaseParts } from "./case-parts.ts";
import { type Changed, tryChange } from "./change-handoff.ts";
import { handoffKey, planExpireEffect, readHandoff, type StoredHandoff } from "./documents.ts";
import { dropItems, keepItems } from "./keep-items.ts";
import { type Planned, type PlanProblem, planCases } from "./plan-cases.ts";
import { planHash } from "./plan-hash.ts";

export type Verified =
  | Changed
  | { readonly status: "problems"; readonly problems: readonly PlanProblem[] }
  /** Somebody edited or verified it at the same time. */
  | { readonly status: "stale"; readonly revision: number };

const longestMs = 60_000;

/** Looks at everything, shares it out, and keeps who gets what: to be read, compared, and started as it is. */
export async function verifyHandoff(caseParts: CaseParts, id: string, by: string): Promise<Verified> {
  const { parts } = caseParts;
  const stored = await readHandoff(parts.store, id);
  if (!stored) return { status: "missing" };
  if (!isOpen(stored.handoff.status)) {
    return { status: "refused", code: "already-started", handoff: stored.handoff };
  }
  const planId = parts.ids.next("cpl");
  const planned = await plan(caseParts, stored.handoff, planId);
  if (planned === null) return { status: "problems", problems: [unknownSubject] };
  if (planned.status === "refused") return { status: "problems", problems: planned.problems };
  return keep(caseParts, stored, planned, { planId, by });
}

const unknownSubject: PlanProblem = {
  path: "subjectId",
  code: "unknown-agent",
  message: "The person it is about is not there any more.",
};

async function plan(
  { parts, agents, modules }: CaseParts,
  handoff: CaseHandoff,
  planId: string,
): Promise<Planned | null> {
  const subject = await agents.get(handoff.subjectId);
  if (!subject) return null;
  const { settings, number } = await readCurrent(parts);
  return planCases({
    ...{ handoffId: handoff.id, planId, choices: handoff.choices, subject, settings, settingsVersion: number, modules },
    ...{ people: await readAgents(parts.store), at: parts.clock.now(), signal: AbortSignal.timeout(longestMs) },
  });
}

/**
 * The items are written before the plan that makes them count, and the handoff knows the plan's name before that: what
 * is left of a verification that was cut off is cleared away by the next one.
 */
async function keep(
  { parts }: CaseParts,
  before: StoredHandoff,
  planned: Extract<Planned, { status: "planned" }>,
  { planId, by }: { readonly planId: string; readonly by: string },
): Promise<Verified> {
  const announced = await announce(parts, before, planId);
  if (!announced) return stale(parts, before.handoff.id);
  const { items } = planned;
  await keepItems(parts, items);
  const hash = await planHash(before.handoff.choices, planned.plan, items);
  const verified = { by, at: parts.clock.now() };
  const event = { type: "verified", by, plan: { ...planned.plan, hash, verified }, counts: countItems(items) } as const;
  const changed = await tryChange(parts, announced, event, () => ({}));
  if (!changed) {
    await dropItems(parts, planId);
    return stale(parts, before.handoff.id);
  }
  if (changed.status === "changed") await clearOldPlans(parts, changed.handoff);
  return changed;
}

type EngineParts = CaseParts["parts"];

async function announce(parts: EngineParts, { handoff, version }: StoredHandoff, planId: string) {
  const announced = { ...handoff, oldPlans: [...handoff.oldPlans, planId] };
  const at = parts.clock.now();
  const result = await parts.store.commit({
    ...emptyCommit(at),
    expects: [{ ...handoffKey(handoff.id), version }],
    puts: [{ ...handoffKey(handoff.id), body: announced }],
    // Also what is left of a verification that was cut off goes then, when nobody verifies it again.
    effects: [planExpireEffect(handoff.id, planId, at + planKeptMs)],
  });
  parts.wakeAt(at + planKeptMs);
  return result.status === "committed" ? { handoff: announced, version: version + 1 } : null;
}

async function stale(parts: EngineParts, id: string): Promise<Verified> {
  const now = await readHandoff(parts.store, id);
  return now ? { status: "stale", revision: now.handoff.revision } : { status: "missing" };
}

/** Of what was verified before; if this is cut off the next one does it. */
async function clearOldPlans(parts: EngineParts, { id, oldPlans }: CaseHandoff): Promise<void> {
  for (const planId of oldPlans) await dropItems(parts, planId);
  const stored = oldPlans.length > 0 ? await readHandoff(parts.store, id) : null;
  if (!stored) return;
  const { handoff, version } = stored;
  const left = handoff.oldPlans.filter((planId) => !oldPlans.includes(planId));
  await parts.store.commit({
    ...emptyCommit(parts.clock.now()),
    expects: [{ ...handoffKey(id), version }],
    puts: [{ ...handoffKey(id), body: { ...handoff, oldPlans: left } }],
  });
}
