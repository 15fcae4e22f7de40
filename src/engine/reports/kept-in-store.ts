import { engagementId } from "../../core/reports/engagement-row.ts";
import type { Rating } from "../../core/reports/rating.ts";
import type { TaskRow } from "../../core/reports/task-row.ts";
import type { Survey } from "../../core/surveys/survey.ts";
import { ratingViews } from "../../core/surveys/survey-entries.ts";
import type { Task, TaskStatus } from "../../core/tasks/task.ts";
import { taskViews } from "../../core/tasks/task-entries.ts";
import type { KeptElsewhere } from "./kept-elsewhere.ts";
import type { RowReading, Span } from "./read-rows.ts";

/** Surveys and tasks as the store has them. Tests are not in these views. */
export const keptInStore: KeptElsewhere = {
  async ratings(reading, { from, to }) {
    const ratings: Rating[] = [];
    for await (const survey of newestFirst<Survey>(reading, { view: ratingViews.all, key: "all" })) {
      const { rating, conversationId, engagement } = survey;
      if (!rating || rating.at >= to) continue;
      if (rating.at < from) break;
      const { score, at } = rating;
      ratings.push({ engagementId: engagementId(conversationId, engagement), conversationId, score, at });
    }
    return ratings;
  },
  async tasks(reading, span) {
    const tasks: TaskRow[] = [];
    for (const status of ["open", "done", "cancelled"] as const) tasks.push(...(await tasksOf(reading, status, span)));
    return tasks;
  },
};

async function tasksOf(reading: RowReading, status: TaskStatus, { from, to }: Span): Promise<readonly TaskRow[]> {
  const found: TaskRow[] = [];
  for await (const task of newestFirst<Task>(reading, { view: taskViews.all, key: status })) {
    const { state, createdAt } = task;
    // Ended ones are sorted by their end, which no task has before it was made.
    if (state.status !== "open" && state.at < from) break;
    if (createdAt >= from && createdAt < to) found.push(rowOf(task));
  }
  return found;
}

function rowOf({ id, handoffId, createdAt, dueAt, state, ownerId, teamId }: Task): TaskRow {
  return {
    ...{ id, handoffId, createdAt, dueAt, teamId, agentId: ownerId },
    doneAt: state.status === "done" ? state.at : null,
    isCancelled: state.status === "cancelled",
  };
}

const pageSize = 400;

async function* newestFirst<Body>(
  { reader, pause }: RowReading,
  view: { readonly view: string; readonly key: string },
): AsyncGenerator<Body, void> {
  let cursor: string | null = null;
  do {
    const page = await reader.query({ ...view, limit: pageSize, order: "descending", cursor });
    for (const { body } of page.items) yield body as Body;
    cursor = page.next;
    await pause();
  } while (cursor !== null);
}
