import type { ApiClient } from "./api-client.ts";
import type { Observed, ObservedFollowUp, ObservedNotice } from "./observed.ts";

const statuses = ["open", "done", "cancelled"] as const;
/** What is counted: the rest is told at other occasions. */
const counted = new Set(["task-due", "task-overdue", "request-ended"]);

/** What people have, what they have to do, and what they were told. */
export async function readPeople(
  api: ApiClient,
): Promise<Pick<Observed, "people" | "followUps" | "notices" | "readAt">> {
  const readAt = Date.now();
  const agents = await api.agents();
  const followUps: ObservedFollowUp[] = [];
  const notices: ObservedNotice[] = [];
  for (const { id } of agents) {
    for (const status of statuses) followUps.push(...(await api.followUps(id, status)).map(observedFollowUp));
    for (const notice of await api.notices(id)) {
      const { agentId, kind, subjectId, conversationId, detail } = notice;
      if (counted.has(kind)) notices.push({ agentId, kind, subjectId, conversationId, detail });
    }
  }
  const people = agents.map(({ id, capacity, holds }) => ({ id, capacity, holds }));
  return { people, followUps, notices, readAt };
}

function observedFollowUp(task: Awaited<ReturnType<ApiClient["followUps"]>>[number]): ObservedFollowUp {
  const { id, title, ownerId, status, dueAt, endedAt, history } = task;
  return {
    ...{ id, title, ownerId, status },
    dueAt: Date.parse(dueAt),
    endedAt: endedAt === null ? null : Date.parse(endedAt),
    history: history.map(({ at, change }) => ({ at: Date.parse(at), change })),
  };
}
