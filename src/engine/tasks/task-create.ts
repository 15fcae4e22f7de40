import type { Effect } from "../../core/conversation/effect.ts";
import { headOf, planTask, teamFor, templateFor } from "../../core/tasks/plan-task.ts";
import type { TaskAuthor } from "../../core/tasks/task.ts";
import type { LeasedEffect, Store } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import type { KnownConversations } from "../known-conversations.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { changeTask, readTask } from "./change-task.ts";
import { promiseKey, type TaskPromise } from "./documents.ts";
import { readPeople } from "./read-people.ts";
import { createStillThere } from "./still-there.ts";

type TaskCreate = Extract<Effect, { type: "task-create" }>;

/** A promise becomes a task of its own. Its id is the effect's, so that a repeated effect makes one task (I10). */
export function createTaskCreate(parts: Parts, known: KnownConversations, policies: PolicyReader) {
  return async (leased: LeasedEffect, { conversationId, task: wanted }: TaskCreate): Promise<Outcome> => {
    const { body: conversation } = await known.get(conversationId);
    // Erased: what was promised to them is nobody's business any more.
    if (!conversation) return { outcome: "done" };
    const policy = await policies.for(conversation.draftId);
    const { settings } = policy;
    const template = templateFor(wanted, settings);
    const { cause, handoffId, destination, holderId } = wanted;
    const teamId = teamFor(destination, settings);
    const named = template.owner.type === "agent" ? template.owner.id : null;
    const id = `tsk_${leased.id}`;
    const promise = createPromise(parts.store, { handoffId, templateId: template.id, taskId: id });
    const there = createStillThere(parts.store, conversationId);
    const along = () => {
      const [itself, kept] = [there.along(), promise.along()];
      return itself && { expects: [...itself.expects, ...kept.expects], puts: kept.puts };
    };
    const created = await changeTask(
      parts,
      policies,
      id,
      async (_task, at) => {
        await there.look();
        if (await promise.isKept()) return [];
        const plan = { id, at, template, cause, conversation, handoffId, destination, teamId, holderId, policy };
        const empty = planTask({ ...plan, people: new Map() });
        const people = await readPeople(parts.store, [holderId, named, headOf(teamId, settings)], empty.dueAt);
        return [{ type: "created", task: planTask({ ...plan, people }), by: authorOf(cause) }];
      },
      { settles: leased.id, along },
    );
    const isUnsettled = created.status === "refused" || there.along() === null;
    return { outcome: isUnsettled ? "done" : "settled" };
  };
}

function authorOf(cause: TaskCreate["task"]["cause"]): TaskAuthor {
  return cause === "rule" ? { type: "rule", id: null } : { type: "moment" };
}

interface Promised {
  readonly handoffId: string | null;
  readonly templateId: string;
  readonly taskId: string;
}

/** Five people may reject a request: the customer is still called back once. */
function createPromise(store: Store, { handoffId, templateId, taskId }: Promised) {
  const key = handoffId === null ? null : promiseKey(handoffId, templateId);
  let version = 0;
  let keeper: string = taskId;
  return {
    async isKept(): Promise<boolean> {
      const [stored] = key ? await store.load([key]) : [];
      version = stored?.version ?? 0;
      const known = stored ? (stored.body as TaskPromise).taskId : null;
      const isOpen = known !== null && (await readTask(store, known)).body?.state.status === "open";
      keeper = known !== null && isOpen ? known : taskId;
      return isOpen;
    },
    along: () => {
      if (!key) return { expects: [], puts: [] };
      const body: TaskPromise = { taskId: keeper };
      return { expects: [{ ...key, version }], puts: keeper === taskId ? [{ ...key, body }] : [] };
    },
  };
}
