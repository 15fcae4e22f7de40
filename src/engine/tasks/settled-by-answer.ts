import type { Task } from "../../core/tasks/task.ts";
import type { Store } from "../../ports/store.ts";
import { readOne } from "../read.ts";

/** Somebody has answered the customer in time: what was made to remind of it is done. */
export async function isSettledByAnswer(store: Store, { cause, conversationId, state }: Task): Promise<boolean> {
  if (cause !== "reply-window-closing" || conversationId === null || state.status !== "open") return false;
  const control = (await readOne(store, conversationId))?.control;
  if (!control) return true;
  return control.phase === "human" ? !control.awaitsAnswer : control.phase !== "queue";
}
