import { readAgent } from "../../core/people/agent.ts";
import { headOf } from "../../core/tasks/plan-task.ts";
import type { Task } from "../../core/tasks/task.ts";
import type { TaskEvent } from "../../core/tasks/task-event.ts";
import { type TaskNotice, type TaskRefusal, transitionTask } from "../../core/tasks/transition-task.ts";
import type { Claim, Commit, Store } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { leaverEffect, taskKey } from "./documents.ts";
import { type TaskStep, taskCommit } from "./task-commit.ts";

export type TaskChanged =
  | { readonly status: "changed"; readonly task: Task }
  | { readonly status: "ignored"; readonly task: Task | null }
  | { readonly status: "refused"; readonly code: TaskRefusal }
  /** Somebody changed it since it was looked at. */
  | { readonly status: "stale"; readonly task: Task }
  /** The effect it settles was settled before, or the key used. */
  | { readonly status: "duplicate"; readonly note: string | null };

export interface ChangeOptions {
  /** The effect this is the end of. */
  readonly settles?: string;
  readonly claims?: readonly Claim[];
  /** Only in the state somebody has seen. */
  readonly revision?: number | null;
  /** What else has to be so, and becomes so, with the change; asked for after its events. `null`: it is not so any more. */
  readonly along?: () => Pick<Commit, "expects" | "puts"> | null;
}

/** What is to happen to a task, looked up anew whenever somebody else was faster. Several happen in this order. */
export type EventsFor = (task: Task | null, at: number) => readonly TaskEvent[] | Promise<readonly TaskEvent[]>;

const maxLooks = 50;

/** The one way to change a task: look, decide, commit; and look again when it has changed in between. */
export async function changeTask(
  parts: Parts,
  policies: Pick<PolicyReader, "current">,
  id: string,
  eventsFor: EventsFor,
  { settles, claims = [], revision = null, along = () => ({ expects: [], puts: [] }) }: ChangeOptions = {},
): Promise<TaskChanged> {
  for (let looks = 0; looks < maxLooks; looks++) {
    const { version, body: before } = await readTask(parts.store, id);
    if (before && revision !== null && before.revision !== revision) return { status: "stale", task: before };
    const at = parts.clock.now();
    const decided = decide(before, await eventsFor(before, at), { at, policies });
    if (decided.status === "refused") return decided;
    const step = decided.task && { at, before, version, after: decided.task, notices: decided.notices };
    if (!step && settles === undefined && claims.length === 0) return { status: "ignored", task: before };
    const commit = { ...emptyCommit(at), ...(step ? taskCommit(step) : {}) };
    const more = along();
    if (!more) return { status: "ignored", task: before };
    const result = await parts.store.commit({
      ...commit,
      expects: [...commit.expects, ...more.expects],
      puts: [...commit.puts, ...more.puts],
      settles: settles === undefined ? [] : [settles],
      claims,
    });
    if (result.status === "stale") continue;
    if (result.status === "duplicate") return { status: "duplicate", note: result.note };
    if (!step) return { status: "ignored", task: before };
    parts.wakeAt(at);
    await giveOnIfLeft(parts, step);
    return { status: "changed", task: step.after };
  }
  throw new Error(`Task ${id}: no commit in ${maxLooks} attempts.`);
}

/** Its owner left while it was decided that it is theirs: whoever gives on what they have may have looked before it was. */
async function giveOnIfLeft({ store, clock, wakeAt }: Parts, { before, after }: TaskStep): Promise<void> {
  const { id, revision, ownerId } = after;
  if (ownerId === null || ownerId === before?.ownerId) return;
  const [owner] = await store.load([{ kind: "agent", id: ownerId }]);
  if (!owner || readAgent(owner.body).leftAt === null) return;
  const at = clock.now();
  await store.commit({ ...emptyCommit(at), effects: [leaverEffect(ownerId, `${id}.${revision}`, { at, round: 1 })] });
  wakeAt(at);
}

interface Decided {
  readonly status: "decided";
  /** `null`: nothing happens. */
  readonly task: Task | null;
  readonly notices: readonly TaskNotice[];
}

function decide(
  before: Task | null,
  events: readonly TaskEvent[],
  { at, policies }: { readonly at: number; readonly policies: Pick<PolicyReader, "current"> },
): Decided | { readonly status: "refused"; readonly code: TaskRefusal } {
  let task: Task | null = null;
  const notices: TaskNotice[] = [];
  for (const event of events) {
    const current: Task | null = task ?? before;
    const teamId = current?.teamId ?? (event.type === "created" ? event.task.teamId : null);
    const decision = transitionTask(current, event, { at, headId: headOf(teamId, policies.current().settings) });
    if (decision.status === "refused") return decision;
    if (decision.status === "ignored") continue;
    task = decision.task;
    notices.push(...decision.notices);
  }
  return { status: "decided", task, notices };
}

export async function readTask(
  store: Store,
  id: string,
): Promise<{ readonly version: number; readonly body: Task | null }> {
  const [stored] = await store.load([taskKey(id)]);
  return stored ? { version: stored.version, body: stored.body as Task } : { version: 0, body: null };
}
