import { isOverdueAt, type Task, type TaskAuthor } from "../../core/tasks/task.ts";
import type { TaskBody } from "../../protocol/tasks.ts";
import { isoTime } from "./time.ts";

export function presentTask(task: Task, at: number): TaskBody {
  const { state } = task;
  const { id, revision, kind, title, templateId, conversationId, handoffId, customerId, isTest } = task;
  const { ownerId, teamId, cause, timesOverdue, sendsMessage } = task;
  const endsWithAnswer = task.endsWithAnswer === true || cause === "reply-window-closing";
  const isEnded = state.status !== "open";
  return {
    ...{ id, revision, kind, title, templateId, conversationId, handoffId, customerId, isTest },
    ...{ ownerId, teamId, cause, timesOverdue, sendsMessage, endsWithAnswer, status: state.status },
    createdAt: isoTime(task.createdAt),
    createdBy: presentAuthor(task.createdBy),
    dueAt: isoTime(task.dueAt),
    overdueAt: isoTime(task.overdueAt),
    isOverdue: isOverdueAt(task, at),
    endedAt: isEnded ? isoTime(state.at) : null,
    endedBy: isEnded ? presentAuthor(state.by) : null,
    note: state.status === "done" ? state.note : null,
    reason: state.status === "cancelled" ? state.reason : null,
    history: task.history.map(({ at: changedAt, by, change, detail }) => ({
      ...{ at: isoTime(changedAt), by: presentAuthor(by), change, detail },
    })),
  };
}

function presentAuthor(author: TaskAuthor): TaskBody["createdBy"] {
  return { type: author.type, id: "id" in author ? author.id : null };
}
