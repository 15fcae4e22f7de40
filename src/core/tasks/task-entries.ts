import type { Task } from "./task.ts";

/** The views a task appears in. Computed here and committed as data, so that every store answers alike. */
export interface TaskEntry {
  readonly view: string;
  readonly key: string;
  readonly sort: number;
}

/** Open ones by when they are due, ended ones by when they ended. */
export const taskViews = {
  /** By status. */
  all: "tasks",
  byOwner: "tasks-by-owner",
  byTeam: "tasks-by-team",
  /** Whatever has become of them, by when they were made. */
  byConversation: "tasks-by-conversation",
};

export function statusKey(status: Task["state"]["status"], id: string): string {
  return `${status}:${id}`;
}

export function taskEntries(task: Task): readonly TaskEntry[] {
  const { state, ownerId, teamId, conversationId, createdAt, dueAt, isTest } = task;
  const sort = state.status === "open" ? dueAt : state.at;
  const { all, byOwner, byTeam, byConversation } = taskViews;
  const entries: TaskEntry[] = [];
  if (conversationId !== null) entries.push({ view: byConversation, key: conversationId, sort: createdAt });
  if (ownerId !== null) entries.push({ view: byOwner, key: statusKey(state.status, ownerId), sort });
  // Tests stand in nobody's way (I16).
  if (isTest) return entries;
  if (teamId !== null) entries.push({ view: byTeam, key: statusKey(state.status, teamId), sort });
  return [...entries, { view: all, key: state.status, sort }];
}
