import type { Task } from "../../core/tasks/task.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { Parts } from "../parts.ts";
import { checkInKey } from "./documents.ts";

/**
 * Asks the customer whether all is well, if the conversation allows it (I3). The proof that it was asked is written in
 * the commit of the message: after a crash it is found there, and nothing is asked twice. `false`: it could not be asked.
 */
export async function checkIn(parts: Parts, handle: HandleEvent, task: Task): Promise<boolean> {
  const { id, conversationId, createdAt } = task;
  if (conversationId === null) return false;
  const key = checkInKey(id);
  const [asked] = await parts.store.load([key]);
  if (asked) return true;
  const at = parts.clock.now();
  const event = { type: "check-in-due", id: `check-in:${id}`, at, taskId: id, since: createdAt } as const;
  const handled = await handle(conversationId, event, { creates: [{ ...key, body: { conversationId, at } }] });
  return handled.status === "committed";
}
