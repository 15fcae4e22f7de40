import { type Task, timerEffectId } from "../../core/tasks/task.ts";
import type { DocumentKey, NewEffect } from "../../ports/store.ts";

/** Comes when a task has to be looked at: a reminder, the moment it is due, the moment it is late (I9). */
export interface TaskTimerEffect {
  readonly type: "task-timer";
  readonly taskId: string;
  readonly revision: number;
}

/** Looks at what no single task can know: owners who are gone, and channels that are about to close. */
export interface TaskSweep {
  readonly type: "task-sweep";
}

/** Somebody works here no more: their tasks go to others at once, not when they are due. */
export interface TasksOfLeaver {
  readonly type: "tasks-of-leaver";
  readonly agentId: string;
  readonly round: number;
}

export type TaskEffect = TaskTimerEffect | TaskSweep | TasksOfLeaver;

export const taskKey = (id: string): DocumentKey => ({ kind: "task", id });
/** Written together with the message that a task sent by itself: there it is, or it is not. */
export const checkInKey = (taskId: string): DocumentKey => ({ kind: "check-in", id: taskId });

/** Which task keeps a handoff's promise of one kind: promised again while it is open, it is the same promise. */
export const promiseKey = (handoffId: string, templateId: string): DocumentKey => ({
  kind: "task-promise",
  id: `${handoffId}:${templateId}`,
});

export interface TaskPromise {
  readonly taskId: string;
}

const minute = 60_000;
/** How often is looked: where a channel closes by itself, an hour would be too late. */
export const sweepEvery = { hour: 60 * minute, tenMinutes: 10 * minute };

/** The next one of these times in the whole workspace: however many processes plan it, it is one. */
export function sweepEffect(at: number, everyMs: number): NewEffect {
  const dueAt = (Math.floor(at / everyMs) + 1) * everyMs;
  const body: TaskSweep = { type: "task-sweep" };
  return { ...plain, id: `task-sweep.${dueAt}`, dueAt, owner: "", body };
}

/** @param id of the change, or of the piece before */
export function leaverEffect(
  agentId: string,
  id: string,
  { at, round }: { readonly at: number; readonly round: number },
): NewEffect {
  const body: TasksOfLeaver = { type: "tasks-of-leaver", agentId, round };
  const base = id.replace(/\.tasks\.\d+$/, "");
  return { ...plain, id: `${base}.tasks.${round}`, dueAt: at, owner: "", body };
}

/** Of the conversation it belongs to, so that erasing reaches it. */
export function timerEffect({ id, state, conversationId }: Task): NewEffect | null {
  const timer = state.status === "open" ? state.timer : null;
  if (!timer) return null;
  const body: TaskTimerEffect = { type: "task-timer", taskId: id, revision: timer.revision };
  return { ...plain, id: timerEffectId(id, timer), dueAt: timer.at, owner: conversationId ?? "", body };
}

const plain = { lane: null, pool: "timer", whenLeased: [] } as const;
