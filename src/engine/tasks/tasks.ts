import type { Conversation } from "../../core/conversation/state.ts";
import { taskHours, teamFor } from "../../core/tasks/plan-task.ts";
import { isOverdueAt, type Task, type TaskAuthor, type TaskStatus } from "../../core/tasks/task.ts";
import { statusKey, taskViews } from "../../core/tasks/task-entries.ts";
import type { TaskEvent, TaskTimes } from "../../core/tasks/task-event.ts";
import type { TaskTemplate } from "../../core/tasks/task-template.ts";
import { timesAround, timesOf } from "../../core/tasks/task-times.ts";
import type { Idempotency } from "../commands.ts";
import type { ListOptions, PageOf } from "../conversations.ts";
import type { Parts } from "../parts.ts";
import { readOne } from "../read.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { claimsOf, type EarlierRequest, findEarlier, readNote } from "../settings/repeated-request.ts";
import { changeTask, type EventsFor, readTask, type TaskChanged } from "./change-task.ts";
import { createStillThere } from "./still-there.ts";

export interface TaskFilter {
  readonly ownerId?: string | undefined;
  readonly teamId?: string | undefined;
  readonly conversationId?: string | undefined;
  /** `null`: whatever has become of them; only with a conversation. */
  readonly status: TaskStatus | null;
  /** Nobody's in particular: for anybody of the team to take. */
  readonly onlyUnowned?: boolean;
  readonly onlyOverdue?: boolean;
  readonly kind?: string | undefined;
  readonly isVisible?: (task: Task) => boolean;
}

export interface WantedFollowUp {
  readonly title: string;
  readonly kind: string;
  readonly conversationId: string | null;
  readonly ownerId: string | null;
  /** `null`: the conversation's, else the one that gets what no rule sends elsewhere. */
  readonly teamId: string | null;
  /** A time of its own wins over the template's; the template's hours and reminders hold all the same. */
  readonly due:
    | { readonly at: number; readonly template?: TaskTemplate }
    | { readonly at?: never; readonly template: TaskTemplate };
}

export type TaskMade = { readonly status: "made"; readonly task: Task } | { readonly status: "no-conversation" };

/** What people do with follow-ups, in the console and through the API. */
export interface Tasks {
  get(id: string): Promise<Task | null>;
  /** A page may hold fewer than `limit` and not be the last. */
  list(filter: TaskFilter, options: ListOptions): Promise<PageOf<Task>>;
  /** What a request with this key made when it came before; `null`: it is new. */
  earlier(idempotency: Idempotency | null): Promise<EarlierRequest | null>;
  add(wanted: WantedFollowUp, by: TaskAuthor, idempotency: Idempotency | null): Promise<TaskMade | EarlierRequest>;
  /** All of it or nothing, made of the task as it is then. With `revision` only in the state somebody has seen. */
  change(
    id: string,
    events: readonly TaskEvent[] | EventsFor,
    options: { readonly revision?: number | null; readonly idempotency?: Idempotency | null },
  ): Promise<TaskChanged | EarlierRequest>;
  /** When a task is late that is due at this time. */
  timesFor(task: Pick<Task, "dueIn" | "teamId">, dueAt: number, remindBefore?: readonly number[]): TaskTimes;
}

/** So many pages are looked through for one answer. */
const mostPages = 20;

export function createTasks(parts: Parts, policies: PolicyReader): Tasks {
  const { store, clock, ids } = parts;

  function timesFor(
    { dueIn, teamId }: Pick<Task, "dueIn" | "teamId">,
    dueAt: number,
    remindBefore = [] as readonly number[],
  ) {
    const hours = dueIn === "team" ? taskHours(null, teamId, policies.current().settings) : null;
    return timesAround(dueAt, { at: clock.now(), hours, remindBefore });
  }

  /** By the hours in which a template counts, or exactly then. */
  function timesWanted(due: WantedFollowUp["due"], teamId: string | null): TaskTimes & Pick<Task, "dueIn"> {
    const { dueIn, remindBefore } = due.template ?? { dueIn: "always" as const, remindBefore: [] };
    if (due.at !== undefined) return { ...timesFor({ dueIn, teamId }, due.at, remindBefore), dueIn };
    const { settings, switches } = policies.current();
    const frame = {
      at: clock.now(),
      hours: taskHours(null, teamId, settings),
      closedUntil: switches.closed?.until ?? null,
    };
    return { ...timesOf(due.template, frame), dueIn };
  }

  return {
    get: async (id) => (await readTask(store, id)).body,
    timesFor,
    async list(filter, { limit, cursor }) {
      const view = viewFor(filter);
      const items: Task[] = [];
      let next = cursor;
      for (let pages = 0; pages < mostPages; pages++) {
        // Never more than still fit: what was read and left out could not be asked for again.
        const page = await store.query({ ...view, limit: limit - items.length, cursor: next });
        const tasks = page.items.map(({ body }) => body as Task);
        const at = clock.now();
        items.push(...tasks.filter((task) => isMeant(task, filter, at)));
        const isPast = filter.onlyOverdue === true && tasks.some(({ dueAt }) => dueAt > at);
        next = isPast && filter.conversationId === undefined ? null : page.next;
        if (next === null || items.length === limit) break;
      }
      return { items, next };
    },
    earlier: (idempotency) => findEarlier(parts, idempotency),
    async add(wanted, by, idempotency) {
      const { conversationId } = wanted;
      const conversation = conversationId === null ? null : await readOne(store, conversationId);
      if (conversationId !== null && !conversation) return { status: "no-conversation" };
      const { settings } = policies.current();
      const teamId = wanted.teamId ?? teamFor(conversation && destinationOf(conversation), settings);
      const { title, kind, ownerId, due } = wanted;
      const id = ids.next("tsk");
      const task = {
        ...{ id, kind, title, ownerId, teamId, conversationId, cause: "agent" as const, sendsMessage: false },
        ...{ templateId: due.template?.id ?? null, handoffId: null },
        ...{ customerId: conversation?.customerId ?? null, isTest: conversation?.isTest ?? false },
        ...timesWanted(due, teamId),
      };
      const events: TaskEvent[] = [{ type: "created", task, by }];
      const there = conversationId === null ? null : createStillThere(store, conversationId);
      const look = async () => {
        await there?.look();
        return events;
      };
      const along = there ? { along: there.along } : {};
      const made = await changeTask(parts, policies, id, look, { claims: claimsOf(idempotency, id), ...along });
      if (made.status === "changed") return { status: "made", task: made.task };
      // Erased meanwhile.
      if (made.status === "ignored" && there) return { status: "no-conversation" };
      if (made.status === "duplicate" && idempotency) return readNote(made.note, idempotency);
      throw new Error(`Task ${id}: could not be made (${made.status}).`);
    },
    async change(id, events, { revision = null, idempotency = null }) {
      const earlier = await findEarlier(parts, idempotency);
      if (earlier) return earlier;
      const changed = await changeTask(parts, policies, id, typeof events === "function" ? events : () => events, {
        revision,
        claims: claimsOf(idempotency, id),
      });
      return changed.status === "duplicate" && idempotency ? readNote(changed.note, idempotency) : changed;
    },
  };
}

function destinationOf({ control }: Conversation) {
  return control.phase === "bot" ? null : (control.handoff?.destination ?? null);
}

/** The list that holds the fewest others. */
function viewFor({ ownerId, teamId, conversationId, status }: TaskFilter) {
  if (conversationId !== undefined) {
    return { view: taskViews.byConversation, key: conversationId, order: "descending" } as const;
  }
  const wanted = status ?? "open";
  const order = wanted === "open" ? ("ascending" as const) : ("descending" as const);
  if (ownerId !== undefined) return { view: taskViews.byOwner, key: statusKey(wanted, ownerId), order };
  if (teamId !== undefined) return { view: taskViews.byTeam, key: statusKey(wanted, teamId), order };
  return { view: taskViews.all, key: wanted, order };
}

function isMeant(task: Task, filter: TaskFilter, at: number): boolean {
  const { ownerId, teamId, status, onlyUnowned, onlyOverdue, kind, isVisible } = filter;
  return (
    (ownerId === undefined || task.ownerId === ownerId) &&
    (teamId === undefined || task.teamId === teamId) &&
    (status === null || task.state.status === status) &&
    (kind === undefined || task.kind === kind) &&
    (!onlyUnowned || task.ownerId === null) &&
    (!onlyOverdue || isOverdueAt(task, at)) &&
    (isVisible === undefined || isVisible(task))
  );
}
