import { describe, expect, test } from "vitest";
import type { Task, TaskAuthor } from "../../../src/core/tasks/task.ts";
import type { NewTask, TaskEvent } from "../../../src/core/tasks/task-event.ts";
import { transitionTask } from "../../../src/core/tasks/transition-task.ts";

const minute = 60_000;
const now = 200 * minute;
const kim: TaskAuthor = { type: "agent", id: "kim" };

const wanted: NewTask = {
  ...{ id: "tsk_1", kind: "call-back", title: "Call back", templateId: "call-back", conversationId: "con_1" },
  ...{ handoffId: "con_1.h1", customerId: "cus_1", isTest: false, ownerId: "kim", teamId: "support" },
  ...{ cause: "after-hours", dueIn: "team", sendsMessage: false },
  ...{ dueAt: 60 * minute, overdueAt: 120 * minute, reminders: [30 * minute] },
};

/** Everything a task can be: an open one is told apart by what it waits for. */
type State = "none" | "waiting" | "reminded" | "due" | "late" | "done" | "cancelled";

function stateOf(task: Task | null): State {
  if (!task) return "none";
  if (task.state.status !== "open") return task.state.status;
  switch (task.state.timer?.kind) {
    case "reminder":
      return "waiting";
    case "due":
      return "reminded";
    case "overdue":
      return "due";
    default:
      return "late";
  }
}

function after(task: Task | null, event: TaskEvent, at = now): Task {
  const decision = transitionTask(task, event, { at, headId: "hedy" });
  if (decision.status !== "applied") throw new Error(`${event.type} was ${decision.status}`);
  return decision.task;
}

/** The timer that a task waits for; of one that waits for none, the first there was. */
function awaited(task: Task | null): number {
  return task?.state.status === "open" ? (task.state.timer?.revision ?? 1) : 1;
}

const waiting = after(null, { type: "created", task: wanted, by: kim }, 0);
const reminded = after(waiting, { type: "reminded", revision: awaited(waiting) });
const due = after(reminded, { type: "became-due", revision: awaited(reminded) });
const late = after(due, { type: "became-overdue", revision: awaited(due) });
const tasks: Readonly<Record<State, Task | null>> = {
  ...{ none: null, waiting, reminded, due, late },
  done: after(waiting, { type: "done", by: kim, note: "called" }),
  cancelled: after(waiting, { type: "cancelled", by: kim, reason: "duplicate" }),
};

const later = { dueAt: now + 60 * minute, overdueAt: now + 120 * minute, reminders: [now + 30 * minute] };
const assign = { type: "assigned", teamId: "support", by: kim, because: null } as const;

/** By a name that says how it comes. */
const events: Readonly<Record<string, (task: Task | null) => TaskEvent>> = {
  "is made": () => ({ type: "created", task: wanted, by: kim }),
  "is given to somebody else": () => ({ ...assign, ownerId: "lou" }),
  "is given to whoever has it": () => ({ ...assign, ownerId: "kim" }),
  "is put back on the team's list": () => ({ ...assign, ownerId: null }),
  "is put off": () => ({ type: "rescheduled", by: kim, ...later }),
  "is put to a time that has passed": () => ({ type: "rescheduled", by: kim, ...later, dueAt: now }),
  "is to be reminded of": (task) => ({ type: "reminded", revision: awaited(task) }),
  "falls due": (task) => ({ type: "became-due", revision: awaited(task) }),
  "becomes late": (task) => ({ type: "became-overdue", revision: awaited(task) }),
  "has a timer of an earlier plan": () => ({ type: "became-due", revision: 99 }),
  "is done": () => ({ type: "done", by: kim, note: null }),
  "is cancelled": () => ({ type: "cancelled", by: kim, reason: "duplicate" }),
  "is taken up again": () => ({ type: "reopened", by: kim }),
};

const unknown = "no-such-task";
const ended = "task-ended";
const passed = "time-has-passed";

/** What it is then; `-`: nothing happens; a code: refused, and nothing happens. */
const table: Readonly<
  Record<string, Readonly<Record<State, State | "-" | typeof unknown | typeof ended | typeof passed>>>
> = {
  "is made": row("waiting", "-", "-", "-", "-", "-", "-"),
  "is given to somebody else": row(unknown, "waiting", "reminded", "due", "late", ended, ended),
  "is given to whoever has it": row(unknown, "-", "-", "-", "-", ended, ended),
  "is put back on the team's list": row(unknown, "waiting", "reminded", "due", "late", ended, ended),
  "is put off": row(unknown, "waiting", "waiting", "waiting", "waiting", ended, ended),
  "is put to a time that has passed": row(unknown, passed, passed, passed, passed, ended, ended),
  "is to be reminded of": row("-", "reminded", "-", "-", "-", "-", "-"),
  "falls due": row("-", "-", "due", "-", "-", "-", "-"),
  "becomes late": row("-", "-", "-", "late", "-", "-", "-"),
  "has a timer of an earlier plan": row("-", "-", "-", "-", "-", "-", "-"),
  "is done": row(unknown, "done", "done", "done", "done", "-", ended),
  "is cancelled": row(unknown, "cancelled", "cancelled", "cancelled", "cancelled", ended, "-"),
  // It is reminded of no more: whoever takes it up knows of it.
  "is taken up again": row(unknown, "-", "-", "-", "-", "reminded", "reminded"),
};

type Cell = (typeof table)[string][State];

function row(none: Cell, waiting: Cell, reminded: Cell, due: Cell, late: Cell, done: Cell, cancelled: Cell) {
  return { none, waiting, reminded, due, late, done, cancelled };
}

describe("a follow-up in every state, whatever happens to it", () => {
  test("stands in the table", () => {
    expect(Object.keys(events)).toEqual(Object.keys(table));
    const types = new Set(Object.values(events).map((eventFor) => eventFor(waiting).type));
    const everyType: Readonly<Record<TaskEvent["type"], true>> = {
      ...{ created: true, assigned: true, rescheduled: true, reminded: true, done: true, cancelled: true },
      ...{ "became-due": true, "became-overdue": true, reopened: true },
    };
    expect([...types].toSorted()).toEqual(Object.keys(everyType).toSorted());
    for (const [state, task] of Object.entries(tasks)) expect(stateOf(task)).toBe(state);
  });

  const cells = Object.entries(table).flatMap(([name, cellsOf]) =>
    Object.entries(cellsOf).map(([state, then]) => [state as State, name, then] as const),
  );

  test.each(cells)("one that is %s and %s: %s", (state, name, then) => {
    const task = tasks[state];
    const event = events[name]?.(task);
    if (!event) throw new Error(`There is no ${name}.`);
    const decision = transitionTask(task, event, { at: now, headId: "hedy" });
    if (decision.status === "applied") expect(stateOf(decision.task)).toBe(then);
    else expect(decision.status === "refused" ? decision.code : "-").toBe(then);
  });
});

test.each([
  ["due", due],
  ["late", late],
])("a follow-up that was %s when it ended is so when it is taken up again", (state, task) => {
  const done = after(task, { type: "done", by: kim, note: null });
  expect(stateOf(after(done, { type: "reopened", by: kim }))).toBe(state);
});
