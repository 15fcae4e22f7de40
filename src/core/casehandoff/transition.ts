import {
  type Act,
  type CaseHandoff,
  type CasePlan,
  type CaseStatus,
  type CaseUndo,
  continuableUntil,
  itemsKeptUntil,
  type Leaving,
  planKeptUntil,
  type SettingsOutcome,
} from "./case-handoff.ts";
import type { CaseChoices } from "./choices.ts";
import { type CaseCounts, type ItemChange, recount, totals } from "./counts.ts";
import type { SubstitutesOutcome } from "./substitutes.ts";

export type CaseEvent = CaseEventBody & { readonly at: number };

export type CaseEventBody =
  | { readonly type: "edited"; readonly by: string; readonly choices: CaseChoices }
  | {
      readonly type: "verified";
      readonly by: string;
      readonly plan: CasePlan;
      readonly counts: CaseCounts;
    }
  /** `hash`: of the plan whoever starts it has seen. */
  | { readonly type: "started"; readonly by: string; readonly hash: string }
  /** Some items are done. */
  | { readonly type: "items-settled"; readonly changes: readonly ItemChange[] }
  | { readonly type: "names-settled"; readonly outcome: SettingsOutcome }
  | { readonly type: "substitutes-settled"; readonly outcome: SubstitutesOutcome }
  /** Said before it is done, so that whoever undoes it knows what was there. */
  | { readonly type: "leaving-settled"; readonly leaving: Leaving | null }
  /** Everything was looked at. */
  | { readonly type: "ended"; readonly remaining: Readonly<Record<string, number>> | null }
  | { readonly type: "failures-reopened" }
  /** This piece of work is over and there is more. */
  | { readonly type: "went-on" }
  /** What a system outside was asked last, when somebody stopped it, is marked as asked. */
  | { readonly type: "unanswered-marked" }
  /** Nobody has started it in time. */
  | { readonly type: "plan-expired"; readonly planId: string }
  /** Stopped, and nobody has continued it in time. */
  | { readonly type: "given-up" }
  /** They were kept long enough. */
  | { readonly type: "items-expired" }
  | { readonly type: "stopped"; readonly by: string }
  | { readonly type: "continued"; readonly by: string }
  | { readonly type: "undo-asked"; readonly by: string; readonly isForced: boolean; readonly cause: CaseUndo["cause"] };

export type CaseEventType = CaseEventBody["type"];

export type CaseTransition =
  | { readonly status: "applied"; readonly handoff: CaseHandoff }
  | { readonly status: "refused"; readonly code: CaseRefusal };

export type CaseRefusal =
  /** It has begun: what was agreed on is not changed under it. */
  | "already-started"
  | "not-verified"
  /** Not the plan that was seen. */
  | "plan-changed"
  /** The date of return has come before it began: it would go back at once. */
  | "date-has-passed"
  | "not-running"
  | "not-stopped"
  | "nothing-to-continue"
  | "nothing-to-undo"
  | "already-undone"
  /** What was moved is not known item by item any more. */
  | "items-gone"
  /** They are still needed: it has not ended, or not long enough ago. */
  | "items-kept"
  /** Stop it first. */
  | "still-running";

/** The whole life of a case handoff: total over states and events, pure. */
export function transition(before: CaseHandoff, event: CaseEvent): CaseTransition {
  const change = changeOf(before, event);
  if (typeof change === "string") return { status: "refused", code: change };
  return { status: "applied", handoff: { ...before, ...change, revision: before.revision + 1 } };
}

type Change = Partial<CaseHandoff> | CaseRefusal;

function changeOf(before: CaseHandoff, event: CaseEvent): Change {
  const { at } = event;
  switch (event.type) {
    case "edited":
      return isOpen(before.status) ? edited(before, event.choices) : "already-started";
    case "verified":
      return isOpen(before.status) ? verified(before, event.plan, event.counts) : "already-started";
    case "started":
      return started(before, event.hash, { by: event.by, at });
    case "items-settled":
      return mayBeMoving(before.status) ? { counts: recount(before.counts, event.changes) } : "not-running";
    case "names-settled":
      return isWorking(before.status) ? namesSettled(before, event.outcome) : "not-running";
    case "substitutes-settled":
      return isWorking(before.status) ? substitutesSettled(before, event.outcome) : "not-running";
    case "leaving-settled":
      return isWorking(before.status) ? { leaving: event.leaving } : "not-running";
    case "failures-reopened":
      return isWorking(before.status) ? { run: { ...before.run, reopens: false } } : "not-running";
    case "went-on":
      return isWorking(before.status) ? { run: nextRound(before) } : "not-running";
    case "ended":
      return isWorking(before.status) ? ended(before, event.remaining, at) : "not-running";
    case "unanswered-marked":
      return mayBeMoving(before.status) ? { run: { ...before.run, mayLackAnswers: false } } : "not-running";
    case "plan-expired":
      return planExpired(before, event.planId, at);
    case "given-up":
      return givenUp(before, at);
    case "items-expired":
      return itemsExpired(before, at);
    case "stopped":
      return isWorking(before.status) ? stopped(before, { by: event.by, at }) : "not-running";
    case "continued":
      return continued(before, { by: event.by, at });
    case "undo-asked":
      return undoAsked(before, { by: event.by, at, cause: event.cause, isForced: event.isForced });
  }
}

/** Nothing has moved yet. */
export function isOpen(status: CaseStatus): boolean {
  return status === "draft" || status === "verified";
}

/** Something moves right now: one of these at a time for one subject. */
export function isWorking(status: CaseStatus): boolean {
  return status === "running" || status === "undoing";
}

/** What is outside may have moved while somebody stopped it. */
function mayBeMoving(status: CaseStatus): boolean {
  return isWorking(status) || status === "stopped";
}

function edited({ plan, oldPlans }: CaseHandoff, choices: CaseChoices): Change {
  return { status: "draft", choices, plan: null, counts: {}, oldPlans: plan ? [...oldPlans, plan.id] : oldPlans };
}

function verified({ plan: old, oldPlans }: CaseHandoff, plan: CasePlan, counts: CaseCounts): Change {
  const left = old ? [...oldPlans, old.id] : oldPlans;
  return { status: "verified", plan, counts, oldPlans: left.filter((id) => id !== plan.id) };
}

function started(before: CaseHandoff, hash: string, act: Act): Change {
  const { status, plan, run, choices } = before;
  if (!isOpen(status)) return "already-started";
  if (!plan) return "not-verified";
  if (plan.hash !== hash) return "plan-changed";
  if (choices.returnAt !== null && choices.returnAt <= act.at) return "date-has-passed";
  return { status: "running", started: act, run: { ...run, round: run.round + 1 } };
}

function namesSettled({ run }: CaseHandoff, outcome: SettingsOutcome): Change {
  return { settings: { ...outcome, direction: run.direction } };
}

function substitutesSettled({ run }: CaseHandoff, outcome: SubstitutesOutcome): Change {
  return { substitutes: { ...outcome, direction: run.direction } };
}

function ended(before: CaseHandoff, remaining: CaseHandoff["remaining"], at: number): Change {
  if (before.status === "undoing") return { status: "undone", endedAt: at, remaining };
  const { failed, "skipped-changed": skipped } = totals(before.counts);
  const isLacking = failed + skipped > 0 || before.leaving?.status === "holds" || hasConflict(before.settings);
  return { status: isLacking ? "completed-with-errors" : "completed", endedAt: at, remaining };
}

function hasConflict(outcome: SettingsOutcome | null): boolean {
  return outcome?.status === "conflict" || outcome?.status === "invalid";
}

/** What was stopped goes on in its direction; what has ended with failures tries these again. */
function continued(before: CaseHandoff, act: Act): Change {
  const { status, counts, leaving, run } = before;
  const cleared = { stopped: null, endedAt: null, continued: act } as const;
  if (status === "stopped") {
    const working = run.direction === "back" ? "undoing" : "running";
    // On the way out what was asked last is what waits first: it is asked again by itself.
    const mayLackAnswers = run.direction === "back" && lacksAnswers(before);
    return { ...cleared, status: working, run: { ...nextRound(before), mayLackAnswers } };
  }
  if (isWorking(status)) return "still-running";
  if (status !== "completed-with-errors") return "not-stopped";
  if (before.itemsGoneAt !== null) return "items-gone";
  if (totals(counts).failed === 0 && leaving?.status !== "holds") return "nothing-to-continue";
  return { ...cleared, status: "running", run: { ...nextRound(before), reopens: true } };
}

function undoAsked(before: CaseHandoff, undo: CaseUndo): Change {
  const { status } = before;
  if (isWorking(status)) return "still-running";
  if (isOpen(status)) return "nothing-to-undo";
  if (status === "undone") return "already-undone";
  if (before.itemsGoneAt !== null) return "items-gone";
  // What nobody heard of may have moved: it is asked for, whether it counts as failed or still waits.
  const { failed, pending } = totals(before.counts);
  const run = { ...nextRound(before), direction: "back", reopens: failed + pending > 0 } as const;
  return { status: "undoing", undo, stopped: null, continued: null, endedAt: null, run };
}

function stopped(before: CaseHandoff, act: Act): Change {
  const { run } = before;
  // On the way back whatever was asked is asked again under the same key, being still marked as moved; what was missing
  // when it was stopped on the way out is, until somebody has marked it.
  const mayLackAnswers = run.direction === "out" || lacksAnswers(before);
  return { status: "stopped", stopped: act, run: { ...run, mayLackAnswers } };
}

function lacksAnswers({ run }: CaseHandoff): boolean {
  return run.mayLackAnswers ?? false;
}

function planExpired(before: CaseHandoff, planId: string, at: number): Change {
  if (!isOpen(before.status)) return "already-started";
  const keptUntil = planKeptUntil(before);
  if (keptUntil === null) return "not-verified";
  if (before.plan?.id !== planId) return "plan-changed";
  return at < keptUntil ? "items-kept" : edited(before, before.choices);
}

/** What was not done is named item by item, and kept like that of any other end: it can still be tried, and undone. */
function givenUp(before: CaseHandoff, at: number): Change {
  const keptUntil = continuableUntil(before);
  if (keptUntil === null) return "not-stopped";
  if (at < keptUntil) return "items-kept";
  const status = before.run.direction === "back" ? "undone" : "completed-with-errors";
  return { status, endedAt: at, remaining: null };
}

function itemsExpired(before: CaseHandoff, at: number): Change {
  if (before.itemsGoneAt !== null) return "items-gone";
  const keptUntil = itemsKeptUntil(before);
  return keptUntil === null || at < keptUntil ? "items-kept" : { itemsGoneAt: at };
}

function nextRound({ run }: CaseHandoff): CaseHandoff["run"] {
  return { ...run, round: run.round + 1 };
}
