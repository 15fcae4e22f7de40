import type { CaseItem, ItemResult } from "../../../core/casehandoff/item.ts";
import type { Task, TaskEventType } from "../../../core/tasks/task.ts";
import { statusKey, taskViews } from "../../../core/tasks/task-entries.ts";
import { transitionTask } from "../../../core/tasks/transition-task.ts";
import type { Commit, Store } from "../../../ports/store.ts";
import { taskKey } from "../../tasks/documents.ts";
import { type TaskStep, taskCommit } from "../../tasks/task-commit.ts";
import type { Carrying, ItemModule } from "./item-module.ts";
import { readTakers, type Takers } from "./takers.ts";

const pageSize = 200;

/** Open follow-ups. What is late stays late, and reminders come to whoever has it then. */
export function tasksModule(store: Store): ItemModule {
  return {
    id: "tasks",
    name: "Tasks",
    batchSize: 25,
    isOutside: false,
    async list({ id }, cursor) {
      const view = { view: taskViews.byOwner, key: statusKey("open", id), order: "ascending" } as const;
      const page = await store.query({ ...view, limit: pageSize, cursor });
      const items = page.items.map(({ body }) => {
        const task = body as Task;
        return { kind: "task", reference: task.id, seen: signatureOf(task), units: 0, channelKind: null };
      });
      return { status: "listed", items, next: page.next };
    },
    async carry(items, carrying) {
      const takers = await readTakers(store, items, carrying);
      const loaded = await store.load(items.map(({ reference }) => taskKey(reference)));
      const results = new Map<string, ItemResult>();
      const steps: TaskStep[] = [];
      for (const [index, item] of items.entries()) {
        const stored = loaded[index];
        const task = stored ? (stored.body as Task) : null;
        const carried = carryOne(task, item, { takers, carrying });
        results.set(item.id, carried.result);
        if (stored && carried.after) {
          // One piece of news for all of them comes at the end.
          steps.push({ at: carrying.at, before: task, version: stored.version, after: carried.after, notices: [] });
        }
      }
      const commit = joined(steps.map(taskCommit));
      return {
        results,
        commit: { ...commit, expects: [...commit.expects, ...takers.expects] },
        settled: () => undefined,
      };
    },
  };
}

const byTime: ReadonlySet<TaskEventType> = new Set(["reminded", "became-due", "became-overdue"]);

/** The last thing that people did with it: that it became due is nobody's change. */
function signatureOf({ history, ownerId, createdAt }: Task): string {
  const last = history.findLast(({ change }) => !byTime.has(change));
  return `${ownerId ?? ""} ${last?.change ?? "created"} ${last?.at ?? createdAt}`;
}

interface Carried {
  readonly result: ItemResult;
  readonly after: Task | null;
}

function carryOne(
  task: Task | null,
  item: CaseItem,
  { takers, carrying }: { readonly takers: Takers; readonly carrying: Carrying },
): Carried {
  const { direction, isForced, at } = carrying;
  const isOut = direction === "out";
  const unchanged = (reason: string): Carried => {
    return { result: { status: isOut ? "skipped-changed" : "left-alone", reason }, after: null };
  };
  if (!task) return unchanged("gone");
  if (task.state.status !== "open") return unchanged(task.state.status);
  const isSeen = signatureOf(task) === (isOut ? item.seen : item.left);
  if (!isSeen && (isOut || !isForced)) return unchanged("changed");
  const because = takers.whyNot(item);
  if (because !== null)
    return isOut ? { result: { status: "failed", reason: because }, after: null } : unchanged(because);
  const ownerId = isOut ? item.toId : item.fromId;
  const event = { type: "assigned", ownerId, teamId: task.teamId, by: { type: "system" }, because: null } as const;
  const decision = transitionTask(task, event, { at, headId: null });
  if (decision.status === "refused") return unchanged(decision.code);
  const after = decision.status === "applied" ? decision.task : task;
  if (!isOut) return { result: { status: "returned" }, after };
  const placed = ownerId === null ? ({ type: "nobody" } as const) : ({ type: "agent", id: ownerId } as const);
  return { result: { status: "moved", placed, left: signatureOf(after), reason: null }, after };
}

function joined(commits: readonly ReturnType<typeof taskCommit>[]) {
  const effects = new Map(commits.flatMap((commit) => commit.effects.map((effect) => [effect.id, effect] as const)));
  return {
    expects: commits.flatMap((commit) => commit.expects),
    puts: commits.flatMap((commit) => commit.puts),
    effects: [...effects.values()],
    cancels: commits.flatMap((commit) => commit.cancels),
    index: commits.flatMap((commit) => commit.index),
    feed: commits.flatMap((commit) => commit.feed),
  } satisfies Partial<Commit>;
}
