import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import { lanes } from "../effect.ts";
import type { Actor } from "../record.ts";
import type { Evidence, HandoffReason } from "../state.ts";

interface NewHandoff {
  readonly reason: HandoffReason;
  readonly evidence?: readonly Evidence[];
  readonly actor: Actor;
  readonly preferredAgentId?: string | null;
}

/**
 * Control passes to the queue: the handoff, its wake-up (I5), the search for a person and the one text the customer
 * gets are one commit, so that nobody is told of something that is not stored (I4).
 */
export function openHandoff(draft: Draft, handoff: NewHandoff, context: TransitionContext): void {
  const { settings } = context;
  const { id, revision } = draft.conversation;
  const handoffId = `${id}.h${revision}`;
  const wakeUpEffectId = draft.plan(
    { type: "timer", conversationId: id, timer: { kind: "handoff-wake-up", handoffId, round: 1 } },
    { lane: null, dueAt: draft.at + settings.wakeUpMs },
  );
  draft.changeControl(
    {
      phase: "queue",
      since: draft.at,
      assist: settings.assistsWhileWaiting && settings.botId !== null ? { pendingTurn: null } : null,
      handoff: {
        id: handoffId,
        openedAt: draft.at,
        reason: handoff.reason,
        evidence: handoff.evidence ?? [],
        preferredAgentId: handoff.preferredAgentId ?? null,
        declinedBy: [],
        pendingRequest: null,
        requestCount: 0,
        wakeUpEffectId,
        wakeUpRound: 1,
        hasToldWaiting: false,
        exhaustedAt: null,
      },
    },
    handoff.reason === "reopened" ? { code: "reopened" } : { code: "handoff", handoff: handoff.reason },
    handoff.actor,
  );
  draft.say("handoff.confirmation");
  planRoute(draft, handoffId);
}

export function planRoute(draft: Draft, handoffId: string): void {
  const { id, epoch } = draft.conversation;
  draft.plan({ type: "route", conversationId: id, handoffId, epoch }, { lane: lanes.route, dueAt: draft.at });
}
