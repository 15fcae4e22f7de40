import type { Task } from "../../core/tasks/task.ts";
import { taskViews } from "../../core/tasks/task-entries.ts";
import type { DocumentKey, Store } from "../../ports/store.ts";
import { checkInKey, promiseKey, taskKey } from "./documents.ts";

const pageSize = 200;

/** Tasks that came of these conversations, with what colleagues wrote on them, go with them (I15). */
export async function followUpsOf(store: Store, conversationIds: readonly string[]): Promise<readonly DocumentKey[]> {
  const keys: DocumentKey[] = [];
  for (const id of conversationIds) keys.push(...(await tasksOf(store, id)));
  return keys;
}

async function tasksOf(store: Store, conversationId: string): Promise<readonly DocumentKey[]> {
  const keys: DocumentKey[] = [];
  let cursor: string | null = null;
  do {
    const view = { view: taskViews.byConversation, key: conversationId, order: "ascending", limit: pageSize } as const;
    const page = await store.query({ ...view, cursor });
    keys.push(...page.items.flatMap(({ body }) => keysOf(body as Task)));
    cursor = page.next;
  } while (cursor !== null);
  return keys;
}

function keysOf({ id, handoffId, templateId }: Task): readonly DocumentKey[] {
  const promise = handoffId === null || templateId === null ? [] : [promiseKey(handoffId, templateId)];
  return [taskKey(id), checkInKey(id), ...promise];
}
