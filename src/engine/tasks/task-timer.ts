import type { OpenTask, Task } from "../../core/tasks/task.ts";
import type { TaskEvent } from "../../core/tasks/task-event.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { changeTask } from "./change-task.ts";
import { checkIn } from "./check-in.ts";
import type { TaskTimerEffect } from "./documents.ts";
import { replaceOwner } from "./replace-owner.ts";
import { isSettledByAnswer } from "./settled-by-answer.ts";

/** A stored time has come for a task. Its commit settles the timer, so that it takes effect once (I9). */
export function createTaskTimer(parts: Parts, handle: HandleEvent, policies: PolicyReader) {
  return async (leased: LeasedEffect, { taskId, revision }: TaskTimerEffect): Promise<Outcome> => {
    const changed = await changeTask(
      parts,
      policies,
      taskId,
      async (task, at) => {
        const kind = task ? awaited(task, revision) : null;
        if (!task || kind === null) return [];
        const isDone =
          (kind === "due" && task.sendsMessage && (await checkIn(parts, handle, task))) ||
          (await isSettledByAnswer(parts.store, task));
        if (isDone) return [{ type: "done", by: { type: "system" }, note: null }];
        const { settings } = policies.current();
        return [...(await replaceOwner(parts.store, task, { at, settings })), passed(kind, revision)];
      },
      { settles: leased.id },
    );
    return { outcome: changed.status === "refused" ? "done" : "settled" };
  };
}

type TimerKind = NonNullable<OpenTask["timer"]>["kind"];

/** `null`: it waits for another timer by now, or for none. */
function awaited({ state }: Task, revision: number): TimerKind | null {
  const timer = state.status === "open" ? state.timer : null;
  return timer?.revision === revision ? timer.kind : null;
}

function passed(kind: TimerKind, revision: number): TaskEvent {
  const types = { reminder: "reminded", due: "became-due", overdue: "became-overdue" } as const;
  return { type: types[kind], revision };
}
