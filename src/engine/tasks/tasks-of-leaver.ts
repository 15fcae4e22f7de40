import type { Task } from "../../core/tasks/task.ts";
import { statusKey, taskViews } from "../../core/tasks/task-entries.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { changeTask } from "./change-task.ts";
import { leaverEffect, type TasksOfLeaver } from "./documents.ts";
import { replaceOwner } from "./replace-owner.ts";

const atOnce = 100;

type Policies = Pick<PolicyReader, "current">;

/** Whoever works here no more owns nothing: what they had left, or were given at the last moment, goes to who stands in. */
export function createTasksOfLeaver(parts: Parts, policies: Policies) {
  return async (leased: LeasedEffect, { agentId, round }: TasksOfLeaver): Promise<Outcome> => {
    const isDone = await giveOn(parts, policies, agentId);
    if (isDone) return { outcome: "done" };
    const at = parts.clock.now();
    const next = leaverEffect(agentId, leased.id, { at, round: round + 1 });
    await parts.store.commit({ ...emptyCommit(at), settles: [leased.id], effects: [next] });
    parts.wakeAt(at);
    return { outcome: "settled" };
  };
}

/** One piece of it. @returns whether there is nothing more to give. */
export async function giveOn(parts: Parts, policies: Policies, agentId: string): Promise<boolean> {
  const view = { view: taskViews.byOwner, key: statusKey("open", agentId), order: "ascending" } as const;
  const page = await parts.store.query({ ...view, limit: atOnce, cursor: null });
  let given = 0;
  for (const { body } of page.items) {
    const { settings } = policies.current();
    const changed = await changeTask(parts, policies, (body as Task).id, async (task, at) =>
      task?.ownerId === agentId ? replaceOwner(parts.store, task, { at, settings }) : [],
    );
    if (changed.status === "changed") given += 1;
  }
  // Back already: then they are theirs.
  return page.next === null || given === 0;
}
