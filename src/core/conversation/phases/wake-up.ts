import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { ConversationSettings } from "../settings.ts";
import type { Handoff, QueueControl } from "../state.ts";
import { planRoute } from "./open-handoff.ts";
import { endRequest } from "./requests.ts";

/** Once the team has been alerted the search goes on, more slowly. */
const afterExhaustion = 15;

/** The stored wake-up of an open handoff (I5): it searches again, tells the customer once, and sets the next one. */
export function wakeUp(draft: Draft, waiting: QueueControl, context: TransitionContext): void {
  const { settings } = context;
  const control = endLapsedRequest(draft, waiting, context);
  const { handoff } = control;
  if (!handoff.pendingRequest) planRoute(draft, handoff.id);
  const round = handoff.wakeUpRound + 1;
  const wakeUpEffectId = draft.plan(
    {
      type: "timer",
      conversationId: draft.conversation.id,
      timer: { kind: "handoff-wake-up", handoffId: handoff.id, round },
    },
    { lane: null, dueAt: draft.at + settings.wakeUpMs * (handoff.exhaustedAt === null ? 1 : afterExhaustion) },
  );
  const told = tellWaiting(draft, handoff, settings);
  draft.set({ control: { ...control, handoff: { ...handoff, ...told, wakeUpRound: round, wakeUpEffectId } } });
}

/** Its own timer ends a request; should that ever be late, nobody stays bound to it. */
function endLapsedRequest(draft: Draft, control: QueueControl, context: TransitionContext): QueueControl {
  const request = control.handoff.pendingRequest;
  if (!request || request.expiresAt > draft.at) return control;
  endRequest(draft, control, context, { status: "timed-out", reason: null });
  const ended = draft.conversation.control;
  return ended.phase === "queue" ? ended : control;
}

/** One honest text when the wait begins to show, one when nobody took it; never both at once (I4). */
function tellWaiting(draft: Draft, handoff: Handoff, settings: ConversationSettings): Partial<Handoff> {
  if (handoff.exhaustedAt === null && draft.at - handoff.openedAt >= settings.exhaustAfterMs) {
    draft.say("handoff.exhausted");
    draft.note({ type: "handoff-exhausted", data: { handoffId: handoff.id } });
    return { exhaustedAt: draft.at, hasToldWaiting: true };
  }
  if (!handoff.hasToldWaiting && !handoff.pendingRequest) {
    draft.say("handoff.no_agent");
    return { hasToldWaiting: true };
  }
  return {};
}
