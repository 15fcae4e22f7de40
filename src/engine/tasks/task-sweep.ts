import { readAgent } from "../../core/people/agent.ts";
import { whyGone } from "../../core/tasks/choose-owner.ts";
import type { Task } from "../../core/tasks/task.ts";
import { taskViews } from "../../core/tasks/task-entries.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import { armOnce } from "../arm-once.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { changeTask } from "./change-task.ts";
import { sweepEffect, sweepEvery } from "./documents.ts";
import { replaceOwner } from "./replace-owner.ts";
import { isSettledByAnswer } from "./settled-by-answer.ts";
import { replyWindows, watchWindows } from "./watch-windows.ts";

/** Owners of what is due within this time have to be there. */
const aheadMs = 24 * 3_600_000;
const pageSize = 200;
const mostPages = 20;

/**
 * Every hour, or every ten minutes, as long as there is anything to watch: tasks that are due soon have an owner who is there, those
 * that an answer has settled are done, and people hear of channels that are about to close.
 */
export function createTaskSweep(parts: Parts, policies: PolicyReader) {
  return async (leased: LeasedEffect): Promise<Outcome> => {
    const hasTasks = await lookAtTasks(parts, policies);
    await watchWindows(parts, policies);
    const watchesWindows = replyWindows(parts).size > 0;
    const goesOn = hasTasks || watchesWindows;
    const at = parts.clock.now();
    const next = sweepEffect(at, watchesWindows ? sweepEvery.tenMinutes : sweepEvery.hour);
    const effects = goesOn ? [next] : [];
    const result = await parts.store.commit({ ...emptyCommit(at), settles: [leased.id], effects });
    if (goesOn) parts.wakeAt(next.dueAt);
    return { outcome: result.status === "stale" ? "done" : "settled" };
  };
}

/** Where a channel closes by itself there is always something to watch. */
export function createTaskSweepArm(parts: Parts): () => Promise<void> {
  return armOnce(async () => {
    if (replyWindows(parts).size === 0) return;
    const at = parts.clock.now();
    const effect = sweepEffect(at, sweepEvery.tenMinutes);
    await parts.store.commit({ ...emptyCommit(at), effects: [effect] });
    parts.wakeAt(effect.dueAt);
  });
}

/** @returns whether there is an open one at all. */
async function lookAtTasks(parts: Parts, policies: PolicyReader): Promise<boolean> {
  const { store, clock } = parts;
  let cursor: string | null = null;
  for (let pages = 0; pages < mostPages; pages++) {
    const view = { view: taskViews.all, key: "open", order: "ascending", limit: pageSize, cursor } as const;
    const page = await store.query(view);
    const tasks = page.items.map(({ body }) => body as Task);
    if (pages === 0 && tasks.length === 0) return false;
    const soon = tasks.filter(({ dueAt }) => dueAt <= clock.now() + aheadMs);
    for (const task of await withoutOwner(parts, soon)) await mend(parts, policies, task);
    for (const task of soon) if (await isSettledByAnswer(store, task)) await finish(parts, policies, task);
    cursor = page.next;
    if (cursor === null || soon.length < tasks.length) break;
  }
  return true;
}

/** Those whose owner will not be there: everybody who owns something is read once. */
async function withoutOwner({ store, clock }: Parts, tasks: readonly Task[]): Promise<readonly Task[]> {
  const ids = [...new Set(tasks.flatMap(({ ownerId }) => ownerId ?? []))];
  if (ids.length === 0) return [];
  const stored = await store.load(ids.map((id) => ({ kind: "agent", id })));
  const owners = new Map(stored.flatMap((one) => (one ? [[one.id, readAgent(one.body)] as const] : [])));
  const at = clock.now();
  return tasks.filter(
    ({ ownerId, dueAt }) => ownerId !== null && whyGone(owners.get(ownerId), Math.max(dueAt, at)) !== null,
  );
}

async function mend(parts: Parts, policies: PolicyReader, { id }: Task): Promise<void> {
  const { settings } = policies.current();
  await changeTask(parts, policies, id, async (task, at) =>
    task ? replaceOwner(parts.store, task, { at, settings }) : [],
  );
}

async function finish(parts: Parts, policies: PolicyReader, { id }: Task): Promise<void> {
  await changeTask(parts, policies, id, async (task) =>
    task && (await isSettledByAnswer(parts.store, task)) ? [{ type: "done", by: { type: "system" }, note: null }] : [],
  );
}
