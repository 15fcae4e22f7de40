import type { TaskMoment } from "./task-template.ts";

/**
 * A follow-up: something that was promised to a customer and that somebody has to do. Ids and codes, the template's
 * name and what colleagues write about it; erasing a customer takes their tasks along (I15).
 */
export interface Task {
  readonly schemaVersion: 1;
  readonly id: string;
  /** Rises with every change; timers and notices are named by it. */
  readonly revision: number;
  /** `call-back`, `note`, `check-in`, or a kind of the company's own. */
  readonly kind: string;
  readonly title: string;
  readonly templateId: string | null;
  readonly conversationId: string | null;
  readonly handoffId: string | null;
  readonly customerId: string | null;
  /** Of a test: it bothers nobody real and counts in no figure (I16). */
  readonly isTest: boolean;
  /** `null`: on the team's list, for anybody of it to take. */
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly createdAt: number;
  readonly createdBy: TaskAuthor;
  readonly cause: TaskCause;
  readonly dueAt: number;
  /** From then on it is late, and the team's head is told. */
  readonly overdueAt: number;
  /** Whether it is counted in the team's hours, also when it is put off. */
  readonly dueIn: "team" | "always";
  /** The system does it by itself when it is due, if it may (I3). */
  readonly sendsMessage: boolean;
  /** A person's answer to the customer does it, as with every `reply-window-closing`. Missing in those of before. */
  readonly endsWithAnswer?: boolean;
  /** Since when it has been due, and late: stored when it happened, so that reports need no clock. */
  readonly becameDueAt: number | null;
  readonly becameOverdueAt: number | null;
  /** Each time it was put off and became late again counts. */
  readonly timesOverdue: number;
  readonly state: TaskState;
  /** The last changes, the latest last. */
  readonly history: readonly TaskChange[];
}

export type TaskState = OpenTask | EndedTask;

export interface OpenTask {
  readonly status: "open";
  /** Times still to come at which whoever has it is reminded. */
  readonly reminders: readonly number[];
  /** The one stored timer it waits for. */
  readonly timer: TaskTimer | null;
}

export type EndedTask =
  | { readonly status: "done"; readonly at: number; readonly by: TaskAuthor; readonly note: string | null }
  | { readonly status: "cancelled"; readonly at: number; readonly by: TaskAuthor; readonly reason: string };

export type TaskStatus = TaskState["status"];

export interface TaskTimer {
  readonly kind: "reminder" | "due" | "overdue";
  readonly at: number;
  /** Of the task that planned it: a timer of an earlier plan means nothing any more (I9). */
  readonly revision: number;
}

export type TaskAuthor =
  | { readonly type: "agent"; readonly id: string }
  /** An API key that speaks for no agent, or the operator. */
  | { readonly type: "key"; readonly id: string }
  | { readonly type: "rule"; readonly id: string | null }
  | { readonly type: "moment" }
  | { readonly type: "system" };

export type TaskCause = TaskMoment | "rule" | "agent" | "low-rating";

export interface TaskChange {
  readonly at: number;
  readonly by: TaskAuthor;
  readonly change: TaskEventType;
  /** The new owner, the new time, why: what the kind of change asks for. */
  readonly detail: string | null;
}

export type TaskEventType =
  | "created"
  | "assigned"
  | "rescheduled"
  | "reminded"
  | "became-due"
  | "became-overdue"
  | "done"
  | "cancelled"
  | "reopened";

/** Late as a fact of time, whether or not anything has noticed it yet. */
export function isOverdueAt({ state, overdueAt }: Pick<Task, "state" | "overdueAt">, at: number): boolean {
  return state.status === "open" && overdueAt <= at;
}

/** The timer's effect: the same plan has the same id, so that planning it twice is planning it once. */
export function timerEffectId(taskId: string, { revision }: TaskTimer): string {
  return `${taskId}.t${revision}`;
}
