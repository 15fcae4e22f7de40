import type { CaseHandoff } from "../../core/casehandoff/case-handoff.ts";
import { isModuleEnabled } from "../../core/casehandoff/choices.ts";
import type { CaseItem } from "../../core/casehandoff/item.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome, Run } from "../effect-runner.ts";
import { noticeEffect } from "../notifications/notice-effect.ts";
import { othersFirst } from "../others-first.ts";
import { giveOn } from "../tasks/tasks-of-leaver.ts";
import { carryBatch, readOwn, type Worker } from "./carry-items.ts";
import type { CaseParts } from "./case-parts.ts";
import { changeHandoff, tryChange } from "./change-handoff.ts";
import { type CaseHandoffRun, expireEffects, lockKey, runEffect, type StoredHandoff } from "./documents.ts";
import { expireOlder } from "./expire-items.ts";
import { comeBack, leaveNow, planLeaving } from "./leave.ts";
import { markUnanswered, nextItems } from "./next-items.ts";
import { publishNames } from "./publish-names.ts";
import { reopenFailures } from "./reopen-failures.ts";
import { settleSubstitutes } from "./settle-substitutes.ts";

/** One piece of work: so many items, or so long; then the next one is planned and others get their turn. */
const itemsAtOnce = 100;
const longestMs = 10_000;
/**
 * What could not be reached is asked again after so long, each time twice as long. Longer than a call may take: whoever
 * looks where something is finds what was on its way there before.
 */
const patienceMs = 15_000;

/**
 * Moves the items of a case handoff, or takes them back: bounded pieces, each of which plans the next one in the commit
 * that ends it. A process that is lost leaves a piece that another one takes up where the items say.
 */
export function createCaseRun(caseParts: CaseParts) {
  const { parts } = caseParts;
  return async (leased: LeasedEffect, { handoffId, round }: CaseHandoffRun, { signal }: Run): Promise<Outcome> => {
    const worker = { handoffId, round, signal };
    const prepared = await prepare(caseParts, await readOwn(caseParts, worker), worker);
    let stored = prepared;
    const until = parts.clock.now() + longestMs;
    for (let done = 0; stored; ) {
      const items = await nextItems(caseParts, stored.handoff);
      const [first] = items;
      if (!first) return end(caseParts, stored, worker, leased.id);
      const now = parts.clock.now();
      const waitsUntil = askedAgainAt(first, now);
      if (waitsUntil > now) return goOn(caseParts, worker, leased.id, waitsUntil);
      if (done >= itemsAtOnce || now >= until) return goOn(caseParts, worker, leased.id, now);
      if (signal.aborted) return { outcome: "hand-back" };
      stored = await carryBatch(caseParts, stored, items, worker);
      done += items.length;
      await othersFirst();
    }
    return { outcome: "done" };
  };
}

/** `reason: null`: somebody wants it tried now. A clock that was set back must not make it wait until it is as late again. */
function askedAgainAt({ tries, reason, changedAt }: CaseItem, now: number): number {
  return tries === 0 || reason === null || changedAt > now ? 0 : changedAt + patienceMs * 2 ** (tries - 1);
}

/**
 * The settings first: nothing new comes to the subject while what they have is moved. On the way back the subject first:
 * nobody can give anything to somebody who works here no more.
 */
async function prepare(caseParts: CaseParts, stored: StoredHandoff | null, worker: Worker) {
  if (stored?.handoff.run.direction === "back") await comeBack(caseParts.agents, stored.handoff);
  const named = stored && (await settleNames(caseParts, stored, worker));
  const substituted = named && (await settleSubstitutes(caseParts, named, worker));
  const marked = substituted && (await settleUnanswered(caseParts, substituted, worker));
  return marked && reopenFailures(caseParts, marked, worker);
}

async function settleUnanswered(
  caseParts: CaseParts,
  stored: StoredHandoff,
  worker: Worker,
): Promise<StoredHandoff | null> {
  const marked = await markUnanswered(caseParts, stored);
  if (marked) return marked;
  const again = await readOwn(caseParts, worker);
  return again && settleUnanswered(caseParts, again, worker);
}

async function settleNames(caseParts: CaseParts, stored: StoredHandoff, worker: Worker): Promise<StoredHandoff | null> {
  const { handoff } = stored;
  const { plan, run, settings } = handoff;
  if (!plan?.names.changes || settings?.direction === run.direction) return stored;
  const { changes, before, settingsVersion } = plan.names;
  if (run.direction === "back" && settings?.status !== "published") return stored;
  const wanted =
    settings?.status === "published"
      ? { changes: before ?? {}, baseVersion: settings.version, note: `Case handoff ${handoff.id}: names put back` }
      : { changes, baseVersion: settingsVersion, note: `Case handoff ${handoff.id}: ${handoff.subjectId} replaced` };
  const outcome = await publishNames(caseParts.settings, handoff, wanted);
  const changed = await tryChange(caseParts.parts, stored, { type: "names-settled", outcome }, () => ({}));
  if (changed?.status === "changed") return { handoff: changed.handoff, version: stored.version + 1 };
  const again = await readOwn(caseParts, worker);
  return again && settleNames(caseParts, again, worker);
}

async function goOn({ parts }: CaseParts, { handoffId }: Worker, effectId: string, dueAt: number): Promise<Outcome> {
  const changed = await changeHandoff(parts, handoffId, { type: "went-on" }, (after) => ({
    settles: [effectId],
    effects: [runEffect(after, dueAt, { isLater: dueAt > parts.clock.now() })],
  }));
  return changed.status === "changed" || changed.status === "settled" ? { outcome: "settled" } : { outcome: "done" };
}

async function end(caseParts: CaseParts, stored: StoredHandoff, worker: Worker, effectId: string): Promise<Outcome> {
  const { parts } = caseParts;
  const { handoff } = stored;
  const { id, subjectId, run } = handoff;
  if (run.direction === "out") {
    if (!(await letLeave(caseParts, stored, worker))) return { outcome: "done" };
  }
  const remaining = await countRemaining(caseParts, handoff);
  const changed = await changeHandoff(parts, id, { type: "ended", remaining }, (after) => ({
    settles: [effectId],
    removes: [lockKey(subjectId)],
    effects: [doneNotice(after, parts.clock.now()), ...expireEffects(after)],
  }));
  await expireOlder(parts);
  return changed.status === "changed" || changed.status === "settled" ? { outcome: "settled" } : { outcome: "done" };
}

/** Said once, by whoever is first: only the moment that is remembered brings them back. `false`: no longer ours. */
async function letLeave(caseParts: CaseParts, before: StoredHandoff, worker: Worker): Promise<boolean> {
  const { parts, agents } = caseParts;
  for (let stored: StoredHandoff | null = before; stored; stored = await readOwn(caseParts, worker)) {
    const leaving = await planLeaving(agents, stored.handoff, parts.clock.now());
    const planned = await tryChange(parts, stored, { type: "leaving-settled", leaving }, () => ({}));
    if (planned?.status !== "changed") continue;
    await leaveNow(agents, planned.handoff);
    if (planned.handoff.leaving?.status === "left") await giveRestOn(caseParts, planned.handoff);
    return true;
  }
  return false;
}

/** Promised in their name after the plan was verified. Their leaving has planned it as well, should this process be lost. */
async function giveRestOn({ parts, policies }: CaseParts, { subjectId }: CaseHandoff): Promise<void> {
  while (!(await giveOn(parts, policies, subjectId)));
}

/** What has come to the subject since the plan was verified, as far as it is quickly known. */
async function countRemaining({ modules, agents }: CaseParts, { subjectId, choices, run }: CaseHandoff) {
  const subject = run.direction === "out" ? await agents.get(subjectId) : null;
  if (!subject) return null;
  const counted: Record<string, number> = {};
  for (const module of modules.filter(({ id }) => isModuleEnabled(choices, id))) {
    const page = await module.list(subject, null, AbortSignal.timeout(longestMs));
    if (page.status === "listed" && page.items.length > 0) counted[module.id] = page.items.length;
  }
  return counted;
}

const mostTold = 100;

/** Those who have got something hear of it once, however much it is. */
function doneNotice({ id, plan, run, subjectId, status }: CaseHandoff, at: number) {
  const takers = (plan?.modules ?? []).flatMap(({ shares }) => shares.flatMap(({ agentId }) => agentId ?? []));
  const told = run.direction === "out" ? takers : [subjectId, ...takers];
  const targets = [...new Set(told)].slice(0, mostTold).map((agentId) => ({ type: "agent", id: agentId }) as const);
  const about = { subjectId: id, actorId: null, reason: null, priority: "normal", detail: status } as const;
  const notice = { kind: "case-handoff-done", targets, ...about } as const;
  return noticeEffect({ id: `${id}.done.${run.round}`, at, conversationId: null, notice });
}
