import type { Task } from "../../core/tasks/task.ts";
import type { Store } from "../../ports/store.ts";
import { readOne } from "../read.ts";

/** Somebody has answered the customer in time: what was made to remind of it is done. */
export async function isSettledByAnswer(store: Store, task: Task): Promise<boolean> {
  const { cause, conversationId, state, endsWithAnswer = false } = task;
  if (conversationId === null || state.status !== "open") return false;
  if (!endsWithAnswer && cause !== "reply-window-closing") return false;
  const control = (await readOne(store, conversationId))?.control;
  if (!control) return true;
  return control.phase === "human" ? !control.awaitsAnswer : control.phase !== "queue";
}
