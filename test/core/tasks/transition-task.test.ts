import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Task, TaskAuthor } from "../../../src/core/tasks/task.ts";
import { taskEntries } from "../../../src/core/tasks/task-entries.ts";
import type { NewTask, TaskEvent } from "../../../src/core/tasks/task-event.ts";
import { type TaskDecision, transitionTask } from "../../../src/core/tasks/transition-task.ts";

const kim: TaskAuthor = { type: "agent", id: "kim" };
const minute = 60_000;

const wanted: NewTask = {
  ...{ id: "tsk_1", kind: "call-back", title: "Call back", templateId: "call-back", conversationId: "con_1" },
  ...{ handoffId: "con_1.h1", customerId: "cus_1", isTest: false, ownerId: "kim", teamId: "support" },
  ...{ cause: "after-hours", dueIn: "team", sendsMessage: false },
  ...{ dueAt: 60 * minute, overdueAt: 120 * minute, reminders: [30 * minute] },
};

function afterEvent(task: Task | null, event: TaskEvent, at: number): Task {
  const decision = transitionTask(task, event, { at, headId: "hedy" });
  if (decision.status !== "applied") throw new Error(`${event.type} was ${decision.status}`);
  return decision.task;
}

const open = afterEvent(null, { type: "created", task: wanted, by: kim }, 0);
const states = {
  none: null,
  open,
  done: afterEvent(open, { type: "done", by: kim, note: "called" }, 10 * minute),
  cancelled: afterEvent(open, { type: "cancelled", by: kim, reason: "duplicate" }, 10 * minute),
} as const;

const events: { readonly [Type in TaskEvent["type"]]: Extract<TaskEvent, { type: Type }> } = {
  created: { type: "created", task: wanted, by: kim },
  assigned: { type: "assigned", ownerId: "lou", teamId: "support", by: kim, because: null },
  rescheduled: { type: "rescheduled", by: kim, dueAt: 90 * minute, overdueAt: 150 * minute, reminders: [] },
  reminded: { type: "reminded", revision: 1 },
  "became-due": { type: "became-due", revision: 1 },
  "became-overdue": { type: "became-overdue", revision: 1 },
  done: { type: "done", by: kim, note: null },
  cancelled: { type: "cancelled", by: kim, reason: "duplicate" },
  reopened: { type: "reopened", by: kim },
};

/** What every event does in every state. The first timer of an open task is its reminder. */
const expected: Record<TaskEvent["type"], Record<keyof typeof states, string>> = {
  created: { none: "applied", open: "ignored", done: "ignored", cancelled: "ignored" },
  assigned: { none: "no-such-task", open: "applied", done: "task-ended", cancelled: "task-ended" },
  rescheduled: { none: "no-such-task", open: "applied", done: "task-ended", cancelled: "task-ended" },
  reminded: { none: "ignored", open: "applied", done: "ignored", cancelled: "ignored" },
  "became-due": { none: "ignored", open: "ignored", done: "ignored", cancelled: "ignored" },
  "became-overdue": { none: "ignored", open: "ignored", done: "ignored", cancelled: "ignored" },
  done: { none: "no-such-task", open: "applied", done: "ignored", cancelled: "task-ended" },
  cancelled: { none: "no-such-task", open: "applied", done: "task-ended", cancelled: "ignored" },
  reopened: { none: "no-such-task", open: "ignored", done: "applied", cancelled: "applied" },
};

const pairs = Object.entries(expected).flatMap(([type, row]) =>
  Object.entries(row).map(
    ([state, outcome]) => [type as TaskEvent["type"], state as keyof typeof states, outcome] as const,
  ),
);

function nameOf(decision: TaskDecision): string {
  return decision.status === "refused" ? decision.code : decision.status;
}

describe("every event in every state", () => {
  test.each(pairs)("%s on a task that is %s: %s", (type, state, outcome) => {
    expect(nameOf(transitionTask(states[state], events[type], { at: 31 * minute, headId: "hedy" }))).toBe(outcome);
  });
});

describe("the one timer of an open task", () => {
  test("is the reminder, then the due time, then the moment it is late, then none", () => {
    const timerOf = ({ state }: Task) => (state.status === "open" ? state.timer : null);
    expect(timerOf(open)).toEqual({ kind: "reminder", at: 30 * minute, revision: 1 });
    const reminded = afterEvent(open, { type: "reminded", revision: 1 }, 30 * minute);
    expect(timerOf(reminded)).toEqual({ kind: "due", at: 60 * minute, revision: 2 });
    const due = afterEvent(reminded, { type: "became-due", revision: 2 }, 60 * minute);
    expect(timerOf(due)).toEqual({ kind: "overdue", at: 120 * minute, revision: 3 });
    expect(timerOf(afterEvent(due, { type: "became-overdue", revision: 3 }, 120 * minute))).toBeNull();
  });

  test("stays the same when the task only changes hands, and is another one when it is put off", () => {
    const given = afterEvent(open, events.assigned, minute);
    expect(given.state).toMatchObject({ timer: { revision: 1 } });
    const postponed = afterEvent(given, events.rescheduled, minute);
    expect(postponed.state).toMatchObject({ timer: { kind: "due", at: 90 * minute, revision: 3 } });
  });
});

test("whoever is given something hears of it, and nobody of what they did themselves", () => {
  const given = transitionTask(open, events.assigned, { at: 1, headId: null });
  expect(given).toMatchObject({ notices: [{ kind: "task-assigned", targets: [{ id: "lou" }], actorId: "kim" }] });
  const toTeam = transitionTask(open, { ...events.assigned, ownerId: null }, { at: 1, headId: null });
  expect(toTeam).toMatchObject({ notices: [{ targets: [{ type: "team", id: "support" }] }] });
});

test("what the system does by itself is announced to nobody, and is a person's once it was reopened", () => {
  const quiet = transitionTask(
    null,
    { ...events.created, task: { ...wanted, sendsMessage: true } },
    { at: 0, headId: null },
  );
  expect(quiet).toMatchObject({ status: "applied", notices: [] });
  if (quiet.status !== "applied") return;
  const done = afterEvent(quiet.task, events.done, minute);
  expect(afterEvent(done, events.reopened, minute).sendsMessage).toBe(false);
});

const anyEvent = fc.oneof(
  fc.constantFrom(...Object.values(events)),
  fc
    .nat({ max: 12 })
    .chain((revision) =>
      fc.constantFrom<TaskEvent>(
        { type: "reminded", revision },
        { type: "became-due", revision },
        { type: "became-overdue", revision },
      ),
    ),
  fc.integer({ min: 1, max: 500 }).map(
    (minutes): TaskEvent => ({
      ...{ type: "rescheduled", by: kim, dueAt: minutes * minute, overdueAt: (minutes + 60) * minute },
      reminders: [(minutes - 1) * minute],
    }),
  ),
);

test("whatever happens: every change is counted and remembered, a timer takes effect once, and only open ones wait", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyEvent, fc.integer({ min: 0, max: 40 })), { maxLength: 60 }), (steps) => {
      let task: Task | null = null;
      let at = 0;
      const fired = new Set<number>();
      for (const [event, minutes] of steps) {
        at += minutes * minute;
        const decision: TaskDecision = transitionTask(task, event, { at, headId: "hedy" });
        expect(transitionTask(task, event, { at, headId: "hedy" })).toEqual(decision);
        if (decision.status !== "applied") continue;
        const before: Task | null = task;
        task = decision.task;
        expect(task.revision).toBe((before?.revision ?? 0) + 1);
        expect(task.history.length).toBe(Math.min(50, task.revision));
        if ("revision" in event) {
          expect(fired.has(event.revision)).toBe(false);
          fired.add(event.revision);
        }
        const waits = task.state.status === "open" ? task.state.timer : null;
        if (waits) expect(waits.revision).toBeLessThanOrEqual(task.revision);
        if (task.state.status === "open" && task.becameOverdueAt === null) expect(waits).not.toBeNull();
        expect(new Set(taskEntries(task).map(({ view }) => view)).size).toBe(taskEntries(task).length);
        expect(JSON.parse(JSON.stringify(task))).toEqual(task);
      }
    }),
  );
});
