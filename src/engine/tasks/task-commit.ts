import { type Task, timerEffectId } from "../../core/tasks/task.ts";
import { taskEntries } from "../../core/tasks/task-entries.ts";
import type { TaskNotice } from "../../core/tasks/transition-task.ts";
import type { Commit, FeedInput, NewEffect } from "../../ports/store.ts";
import { indexChanges } from "../index-changes.ts";
import { noticeEffect } from "../notifications/notice-effect.ts";
import { sweepEffect, sweepEvery, taskKey, timerEffect } from "./documents.ts";

export interface TaskStep {
  readonly at: number;
  readonly before: Task | null;
  /** The version `before` was read in; 0: there is none. */
  readonly version: number;
  readonly after: Task;
  readonly notices: readonly TaskNotice[];
}

/** A changed task as the commit that makes it so: the document, its places in the lists, its timer and its notices. */
export function taskCommit(
  step: TaskStep,
): Pick<Commit, "expects" | "puts" | "effects" | "cancels" | "index" | "feed"> {
  const { at, before, version, after } = step;
  const key = taskKey(after.id);
  const [waited, waits] = [before && timerIdOf(before), timerIdOf(after)];
  const timer = waits === waited ? null : timerEffect(after);
  return {
    expects: [{ ...key, version }],
    puts: [{ ...key, body: after }],
    // As long as there are tasks somebody has to look whether their owners are there.
    effects: [...(timer ? [timer] : []), ...noticeEffects(step), sweepEffect(at, sweepEvery.hour)],
    cancels: waited !== null && waited !== waits ? [waited] : [],
    index: indexChanges(key, before ? taskEntries(before) : [], taskEntries(after)),
    feed: [feedEntry(after)],
  };
}

function timerIdOf({ id, state }: Task): string | null {
  return state.status === "open" && state.timer ? timerEffectId(id, state.timer) : null;
}

function noticeEffects({ at, after, notices }: TaskStep): readonly NewEffect[] {
  const { id, revision, conversationId } = after;
  return notices.map((notice, index) =>
    noticeEffect({
      id: `${id}.n${revision}.${index}`,
      at,
      conversationId,
      notice: { ...notice, subjectId: id, reason: null, priority: "normal" },
    }),
  );
}

/** Ids and codes; `change` is the last thing that happened to it. */
function feedEntry({ id, conversationId, state, ownerId, teamId, history }: Task): FeedInput {
  const change = history.at(-1)?.change ?? "created";
  return { type: "task-changed", conversationId, data: { taskId: id, status: state.status, ownerId, teamId, change } };
}
