import type { Settings } from "../../core/settings/settings.ts";
import { standIn, whyGone } from "../../core/tasks/choose-owner.ts";
import { headOf } from "../../core/tasks/plan-task.ts";
import type { Task } from "../../core/tasks/task.ts";
import type { TaskEvent } from "../../core/tasks/task-event.ts";
import type { Store } from "../../ports/store.ts";
import { readPeople } from "./read-people.ts";

/** Somebody else has it where its owner is not there when it is due: who stands in for them, their head, or the team. */
export async function replaceOwner(
  store: Store,
  { ownerId, teamId, isTest, state, dueAt: due }: Task,
  { at, settings }: { readonly at: number; readonly settings: Pick<Settings, "teams"> },
): Promise<readonly TaskEvent[]> {
  if (ownerId === null || state.status !== "open") return [];
  // What was due yesterday has to be done now.
  const dueAt = Math.max(due, at);
  const headId = headOf(teamId, settings);
  const people = await readPeople(store, [ownerId, headId], dueAt);
  const because = whyGone(people.get(ownerId), dueAt);
  if (because === null) return [];
  const newOwner = standIn(ownerId, { headId, isTest, dueAt, people });
  if (newOwner === ownerId) return [];
  return [{ type: "assigned", ownerId: newOwner, teamId, by: { type: "system" }, because }];
}
