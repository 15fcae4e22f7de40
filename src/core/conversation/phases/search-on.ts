import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import { lanes } from "../effect.ts";
import type { Resolved } from "../state.ts";
import { opensAt } from "../wording.ts";

/** Once the team has been alerted, or while it is closed, the search goes on, more slowly. */
export const slowly = 15;

/** At the latest when the team opens. */
export function nextWakeUp(at: number, destination: Resolved, context: TransitionContext, slower = 1): number {
  const { wakeUpMs } = context.settings;
  const opening = opensAt(destination, context, at);
  if (opening === null) return at + wakeUpMs * slower;
  return Math.min(at + wakeUpMs * slowly, Math.max(opening, at + wakeUpMs));
}

export function planRoute(draft: Draft, handoffId: string): void {
  const { id, epoch } = draft.conversation;
  draft.plan({ type: "route", conversationId: id, handoffId, epoch }, { lane: lanes.route, dueAt: draft.at });
}
