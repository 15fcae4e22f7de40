import type { Destination } from "../rules/rule.ts";
import type { Task, TaskAuthor, TaskTimer } from "./task.ts";
import type { NewTask, TaskEvent, TaskTimes } from "./task-event.ts";

export type TaskDecision =
  | { readonly status: "applied"; readonly task: Task; readonly notices: readonly TaskNotice[] }
  /** Late, repeated, or so already. */
  | { readonly status: "ignored"; readonly because: string }
  /** A person asked for what cannot be. */
  | { readonly status: "refused"; readonly code: TaskRefusal };

export type TaskRefusal = "no-such-task" | "task-ended" | "time-has-passed";

export interface TaskNotice {
  readonly kind: "task-assigned" | "task-due" | "task-overdue";
  readonly targets: readonly Destination[];
  readonly actorId: string | null;
  /** `reminder`: it will be due. */
  readonly detail: "reminder" | null;
}

export interface TaskContext {
  readonly at: number;
  /** Hears of what is late. */
  readonly headId: string | null;
}

const mostHistory = 50;

/** The whole life of a task: total over its states and events, and without a clock of its own. */
export function transitionTask(task: Task | null, event: TaskEvent, context: TaskContext): TaskDecision {
  if (event.type === "created") return task ? ignored("made already") : created(event.task, event.by, context);
  if (!task) return isTimer(event) ? ignored("there is no such task") : refused("no-such-task");
  switch (event.type) {
    case "assigned":
      return assigned(task, event, context);
    case "rescheduled":
      return rescheduled(task, event, context);
    case "reminded":
    case "became-due":
    case "became-overdue":
      return timePassed(task, event, context);
    case "done":
    case "cancelled":
      return ended(task, event, context);
    case "reopened":
      return reopened(task, event.by, context);
  }
}

type EventOf<Type extends TaskEvent["type"]> = Extract<TaskEvent, { type: Type }>;
type TimerEvent = EventOf<"reminded" | "became-due" | "became-overdue">;

function created(given: NewTask, by: TaskAuthor, { at }: TaskContext): TaskDecision {
  const { reminders, ...rest } = given;
  const task: Task = {
    schemaVersion: 1,
    revision: 0,
    ...rest,
    createdAt: at,
    createdBy: by,
    ...notYetDue,
    timesOverdue: 0,
    state: { status: "open", reminders, timer: null },
    history: [],
  };
  const made = changed(task, {}, { at, by, change: "created", detail: null });
  return applied(made, isToldLater(made) ? [] : [assignment(made, by)]);
}

/**
 * What the system does by itself concerns nobody until it cannot. And a team that was told of the customer who waits is
 * told of the promised answer when it is due, not at every promise.
 */
function isToldLater({ sendsMessage, endsWithAnswer = false, ownerId }: Task): boolean {
  return sendsMessage || (endsWithAnswer && ownerId === null);
}

const notYetDue = { becameDueAt: null, becameOverdueAt: null };

function assigned(task: Task, event: EventOf<"assigned">, { at }: TaskContext): TaskDecision {
  if (task.state.status !== "open") return refused("task-ended");
  const { ownerId, teamId, by, because } = event;
  if (ownerId === task.ownerId && teamId === task.teamId) return ignored("they have it already");
  const after = changed(task, { ownerId, teamId }, { at, by, change: "assigned", detail: because ?? ownerId });
  return applied(after, [assignment(after, by)]);
}

function rescheduled(task: Task, event: EventOf<"rescheduled">, { at }: TaskContext): TaskDecision {
  const { state } = task;
  if (state.status !== "open") return refused("task-ended");
  if (event.dueAt <= at) return refused("time-has-passed");
  const { dueAt, overdueAt, reminders, by } = event;
  if (dueAt === task.dueAt && overdueAt === task.overdueAt) return ignored("it is due then already");
  const put = { dueAt, overdueAt, ...notYetDue, state: { ...state, reminders } };
  const detail = new Date(dueAt).toISOString();
  return applied(changed(task, put, { at, by, change: "rescheduled", detail }), []);
}

const timerKinds = { reminded: "reminder", "became-due": "due", "became-overdue": "overdue" } as const;

/** Only the timer it waits for means anything: others are of a plan that was changed (I9). */
function timePassed(task: Task, { type, revision }: TimerEvent, { at, headId }: TaskContext): TaskDecision {
  const { state } = task;
  if (state.status !== "open") return ignored("it has ended");
  if (state.timer?.revision !== revision || state.timer.kind !== timerKinds[type]) return ignored("a timer of before");
  const change = { at, by: { type: "system" }, change: type, detail: null } as const;
  const targets = holderOf(task);
  switch (type) {
    case "reminded": {
      const after = changed(
        task,
        { state: { ...state, reminders: state.reminders.filter((time) => time > at) } },
        change,
      );
      return applied(after, [{ kind: "task-due", targets, actorId: null, detail: "reminder" }]);
    }
    case "became-due":
      return applied(changed(task, { becameDueAt: at }, change), [
        { kind: "task-due", targets, actorId: null, detail: null },
      ]);
    case "became-overdue": {
      const head = headId !== null && headId !== task.ownerId ? [{ type: "agent", id: headId } as const] : [];
      const after = changed(task, { becameOverdueAt: at, timesOverdue: task.timesOverdue + 1 }, change);
      return applied(after, [{ kind: "task-overdue", targets: [...targets, ...head], actorId: null, detail: null }]);
    }
  }
}

function ended(task: Task, event: EventOf<"done" | "cancelled">, { at }: TaskContext): TaskDecision {
  if (task.state.status === event.type) return ignored(`${event.type} already`);
  if (task.state.status !== "open") return refused("task-ended");
  const { by } = event;
  const state =
    event.type === "done"
      ? ({ status: "done", at, by, note: event.note } as const)
      : ({ status: "cancelled", at, by, reason: event.reason } as const);
  const detail = event.type === "done" ? null : event.reason;
  return applied(changed(task, { state }, { at, by, change: event.type, detail }), []);
}

function reopened(task: Task, by: TaskAuthor, { at }: TaskContext): TaskDecision {
  if (task.state.status === "open") return ignored("open already");
  const state = { status: "open", reminders: [], timer: null } as const;
  // Whoever takes it up again does it themselves: the system's message has been sent, or was not wanted.
  const after = changed(task, { state, sendsMessage: false }, { at, by, change: "reopened", detail: null });
  return applied(after, [assignment(after, by)]);
}

/** Every change raises the revision, is remembered, and plans anew what is waited for. */
function changed(before: Task, change: Partial<Task>, entry: Task["history"][number]): Task {
  const after: Task = { ...before, ...change, revision: before.revision + 1 };
  const history = [...before.history, entry].slice(-mostHistory);
  if (after.state.status !== "open") return { ...after, history };
  return { ...after, history, state: { ...after.state, timer: timerOf(after, after.state.reminders, before) } };
}

function timerOf(task: Task, reminders: readonly number[], before: Task): TaskTimer | null {
  const next = nextTime(task, reminders);
  const waited = before.state.status === "open" ? before.state.timer : null;
  if (next && waited?.kind === next.kind && waited.at === next.at) return waited;
  return next && { ...next, revision: task.revision };
}

function nextTime(
  { dueAt, overdueAt, becameDueAt, becameOverdueAt }: Omit<TaskTimes, "reminders"> & Pick<Task, keyof typeof notYetDue>,
  [reminder]: readonly number[],
): Omit<TaskTimer, "revision"> | null {
  if (becameDueAt === null) {
    return reminder !== undefined && reminder < dueAt ? { kind: "reminder", at: reminder } : { kind: "due", at: dueAt };
  }
  return becameOverdueAt === null ? { kind: "overdue", at: overdueAt } : null;
}

/** Nobody's is everybody's of the team. */
function holderOf({ ownerId, teamId }: Pick<Task, "ownerId" | "teamId">): readonly Destination[] {
  if (ownerId !== null) return [{ type: "agent", id: ownerId }];
  return teamId === null ? [] : [{ type: "team", id: teamId }];
}

function assignment(task: Task, by: TaskAuthor): TaskNotice {
  const actorId = by.type === "agent" ? by.id : null;
  return { kind: "task-assigned", targets: holderOf(task), actorId, detail: null };
}

function isTimer({ type }: TaskEvent): boolean {
  return Object.hasOwn(timerKinds, type);
}

/** Nobody is told what nobody is meant by. */
function applied(task: Task, notices: readonly TaskNotice[]): TaskDecision {
  return { status: "applied", task, notices: notices.filter(({ targets }) => targets.length > 0) };
}

function ignored(because: string): TaskDecision {
  return { status: "ignored", because };
}

function refused(code: TaskRefusal): TaskDecision {
  return { status: "refused", code };
}
