import { expect, it } from "vitest";
import { describeTask } from "../../../src/entry/cli/handling/tasks-list.ts";
import type { TaskBody } from "../../../src/protocol/tasks.ts";

const due = Date.parse("2026-11-21T12:00:00.000Z");
const task = {
  ...{ id: "tsk_1", revision: 1, kind: "note", title: "Call back", templateId: null, conversationId: null },
  ...{ handoffId: null, customerId: null, isTest: false, ownerId: "kim", teamId: null, cause: "agent" },
  ...{ createdAt: "2026-11-21T09:00:00.000Z", createdBy: { type: "agent", id: "kim" }, timesOverdue: 0 },
  ...{ dueAt: new Date(due).toISOString(), overdueAt: new Date(due + 3_600_000).toISOString(), isOverdue: false },
  ...{ sendsMessage: false, endsWithAnswer: false, status: "open", endedAt: null, endedBy: null, note: null },
  ...{ reason: null, history: [] },
} as const satisfies TaskBody;

it.each([
  ["before it is due", due - 1, {}, "due 2026-11-21T12:00:00.000Z"],
  ["from the instant it is due", due, {}, "due 2026-11-21T12:00:00.000Z, late"],
  ["an hour later", due + 3_600_000, { isOverdue: true }, "due 2026-11-21T12:00:00.000Z, overdue"],
  ["when it was done", due + 1, { status: "done" }, "done"],
] as const)("a follow-up is marked %s", (_when, now, change, words) => {
  expect(describeTask({ ...task, ...change }, now)).toBe(`tsk_1  ${words}  kim  Call back`);
});
