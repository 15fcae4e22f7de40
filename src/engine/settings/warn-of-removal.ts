import { conversationViews } from "../../core/conversation/index-entries.ts";
import { checkRemovals, removalsAmong } from "../../core/settings/check-removals.ts";
import type { PartChange } from "../../core/settings/parts.ts";
import type { SettingsProblem } from "../../core/settings/problem.ts";
import { countView } from "../count-view.ts";
import type { Parts } from "../parts.ts";
import { readAgents } from "../read-agents.ts";

/** Whom it concerns that something goes. Read only where something does. */
export async function warnOfRemoval(
  { store }: Pick<Parts, "store">,
  changes: readonly PartChange[],
): Promise<readonly SettingsProblem[]> {
  const removed = removalsAmong(changes);
  if (removed.length === 0) return [];
  const queues = removed.filter(({ kind }) => kind === "queues");
  const counted = queues.map(async ({ id }) => [id, await countView(store, conversationViews.waiting, id)] as const);
  const waiting = Object.fromEntries(await Promise.all(counted));
  return checkRemovals(removed, { people: await readAgents(store), waiting });
}
