import type * as z from "zod";
import type { Task, TaskAuthor } from "../../core/tasks/task.ts";
import type { TaskEvent } from "../../core/tasks/task-event.ts";
import { maySee } from "../../core/tasks/who-may.ts";
import type { TaskFilter } from "../../engine/tasks/tasks.ts";
import type { taskChange, tasksQuery } from "../../protocol/tasks.ts";
import { type Caller, requireOwn } from "../caller.ts";
import type { ApiContext } from "../environment.ts";
import { idempotencyOf, keyReused, markRepeated } from "../idempotency.ts";
import { RequestError } from "../problem.ts";
import { standingOf } from "../standing.ts";
import type { ApiParts } from "./parts.ts";
import { unknownAgent } from "./unknown-agent.ts";

type Parts = Pick<ApiParts, "engine">;

/** Whether a follow-up concerns the caller at all; the company's own keys look after everybody's. */
export async function visibleTo({ engine }: Parts, caller: Caller): Promise<(task: Owned) => boolean> {
  const { agentId, role } = await standingOf(engine, caller);
  if (agentId === null || role !== "agent") return () => true;
  const agent = await engine.agents.get(agentId);
  return (task) => agent !== null && maySee(agent, task);
}

type Owned = Pick<Task, "ownerId" | "teamId">;

export async function taskFilter(
  parts: Parts,
  caller: Caller,
  { due, unowned, status, ...query }: Omit<z.output<typeof tasksQuery>, "limit" | "cursor">,
): Promise<TaskFilter> {
  const isAnybodys = query.ownerId === undefined && query.teamId === undefined && query.conversationId === undefined;
  const own = isAnybodys && caller.agentId !== null && unowned !== "true" ? { ownerId: caller.agentId } : {};
  return {
    ...query,
    ...own,
    status: status ?? (query.conversationId === undefined ? "open" : null),
    onlyOverdue: due === "overdue",
    onlyUnowned: unowned === "true",
    isVisible: await visibleTo(parts, caller),
  };
}

/** One that is none of theirs answers as one that is not there: ids tell nothing. */
export async function findTask(parts: Parts, c: ApiContext, id: string): Promise<Task> {
  const task = await parts.engine.tasks.get(id);
  if (!task || !(await visibleTo(parts, c.get("caller")))(task)) throw noTask();
  return task;
}

/** Who does it: the key's agent, the one it names, or the company's own key. */
export async function taskAuthor({ engine }: Parts, caller: Caller, named: string | undefined): Promise<TaskAuthor> {
  if (named !== undefined) requireOwn(caller, named);
  const id = caller.agentId ?? named;
  if (id === undefined) return { type: "key", id: caller.keyId };
  const agent = await engine.agents.get(id);
  if (!agent) throw unknownAgent(id);
  if (agent.leftAt !== null) throw new RequestError("agent-left");
  return { type: "agent", id };
}

interface Given {
  readonly agentId?: string | undefined;
  readonly revision?: number | undefined;
}

export async function endTask(
  parts: Parts,
  c: ApiContext,
  given: Given,
  eventOf: (by: TaskAuthor) => TaskEvent,
): Promise<Task> {
  return run(parts, c, given, (_task, by) => [eventOf(by)]);
}

export async function changeTask(parts: Parts, c: ApiContext, change: z.output<typeof taskChange>): Promise<Task> {
  const { ownerId, teamId, dueAt } = change;
  await requirePlace(parts, { ownerId, teamId });
  return run(parts, c, change, (task, by) => [
    ...(ownerId === undefined && teamId === undefined ? [] : [assignedTo(task, by, { ownerId, teamId })]),
    ...(dueAt === undefined ? [] : [rescheduledTo(parts, task, by, Date.parse(dueAt))]),
  ]);
}

interface Place {
  readonly ownerId?: string | null | undefined;
  readonly teamId?: string | null | undefined;
}

/** Only who works here, and a team of the settings in force, can be given something. */
export async function requirePlace({ engine }: Parts, { ownerId, teamId }: Place): Promise<void> {
  if (ownerId != null) {
    const owner = await engine.agents.get(ownerId);
    if (!owner) throw unknownAgent(ownerId);
    if (owner.leftAt !== null) throw new RequestError("agent-left");
  }
  if (teamId == null) return;
  const { settings } = await engine.settings.versions.current();
  if (!Object.hasOwn(settings.teams, teamId)) throw new RequestError("no-such-team");
}

function assignedTo(task: Task, by: TaskAuthor, { ownerId = task.ownerId, teamId = task.teamId }: Place): TaskEvent {
  return { type: "assigned", ownerId, teamId, by, because: null };
}

/** Reminders stand as long before the new time as they did before the old one. */
function rescheduledTo({ engine }: Parts, task: Task, by: TaskAuthor, dueAt: number): TaskEvent {
  const reminders = task.state.status === "open" ? task.state.reminders : [];
  const remindBefore = reminders.map((time) => (task.dueAt - time) / 60_000);
  return { type: "rescheduled", by, ...engine.tasks.timesFor(task, dueAt, remindBefore) };
}

async function run(
  parts: Parts,
  c: ApiContext,
  { agentId, revision }: Given,
  eventsOf: (task: Task, by: TaskAuthor) => readonly TaskEvent[],
): Promise<Task> {
  const id = c.req.param("id") ?? "";
  const task = await findTask(parts, c, id);
  const by = await taskAuthor(parts, c.get("caller"), agentId);
  const idempotency = await idempotencyOf(c);
  const options = { revision: revision ?? null, idempotency };
  const isVisible = await visibleTo(parts, c.get("caller"));
  // Of the follow-up as it is then: what somebody else has just changed, and this call does not name, stays theirs.
  const eventsFor = (current: Task | null) => {
    if (current && !isVisible(current)) throw noTask();
    return eventsOf(current ?? task, by);
  };
  const changed = await parts.engine.tasks.change(id, eventsFor, options);
  switch (changed.status) {
    case "changed":
      return changed.task;
    case "ignored":
      return changed.task ?? task;
    case "repeated":
      markRepeated(c);
      return findTask(parts, c, id);
    case "clash":
      throw keyReused();
    case "stale":
      throw new RequestError("task-changed", { detail: `It is at revision ${changed.task.revision} now.` });
    case "refused":
      throw changed.code === "no-such-task" ? noTask() : new RequestError(changed.code);
    case "duplicate":
      throw new Error(`Task ${id}: a change without a key was a duplicate.`);
  }
}

export function noTask(): RequestError {
  return new RequestError("not-found", { detail: "There is no follow-up with this id." });
}
