import { nextChangeAt } from "../../routing/next-change.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import { lanes } from "../effect.ts";
import type { Handoff } from "../state.ts";
import { opensAt } from "../wording.ts";

/** Once the team has been alerted, or while it is closed, the search goes on, more slowly. */
export const slowly = 15;

/** At the latest when the team opens, or when the search widens. */
export function nextWakeUp(at: number, handoff: Handoff, context: TransitionContext, slower = 1): number {
  const { wakeUpMs } = context.settings;
  const opening = opensAt(handoff.destination, context, at);
  const usual =
    opening === null ? at + wakeUpMs * slower : Math.min(at + wakeUpMs * slowly, Math.max(opening, at + wakeUpMs));
  const widens = nextChangeAt(handoff, context.policy, at);
  return widens === null ? usual : Math.min(usual, widens);
}

/** `look`: how many in a row this one is, of which each found somebody who could not take it after all. */
export function planRoute(draft: Draft, handoffId: string, look = 1): void {
  const { id, epoch } = draft.conversation;
  const again = look === 1 ? {} : { look };
  const route = { type: "route", conversationId: id, handoffId, epoch, ...again } as const;
  draft.plan(route, { lane: lanes.route, dueAt: draft.at });
}

/** Time has passed, and nothing else has happened. */
export function planRoutineRoute(draft: Draft, handoffId: string): void {
  const { id, epoch } = draft.conversation;
  const route = { type: "route", conversationId: id, handoffId, epoch, isRoutine: true } as const;
  draft.plan(route, { lane: lanes.route, dueAt: draft.at });
}
