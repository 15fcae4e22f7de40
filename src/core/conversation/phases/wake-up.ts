import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { Handoff, QueueControl } from "../state.ts";
import { hoursStateFor } from "../wording.ts";
import { endRequest } from "./requests.ts";
import { nextWakeUp, planRoute, slowly } from "./search-on.ts";

/** The stored wake-up of an open handoff (I5): it searches again, tells the customer once, and sets the next one. */
export function wakeUp(draft: Draft, waiting: QueueControl, context: TransitionContext): void {
  const control = endLapsedRequest(draft, waiting, context);
  const { handoff } = control;
  if (!handoff.pendingRequest) planRoute(draft, handoff.id);
  const round = handoff.wakeUpRound + 1;
  const slower = handoff.exhaustedAt === null ? 1 : slowly;
  const wakeUpEffectId = draft.plan(
    {
      type: "timer",
      conversationId: draft.conversation.id,
      timer: { kind: "handoff-wake-up", handoffId: handoff.id, round },
    },
    { lane: null, dueAt: nextWakeUp(draft.at, handoff.destination, context, slower) },
  );
  const told = tellWaiting(draft, handoff, context);
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

/**
 * One honest text when the wait begins to show, one when nobody took it; never both at once (I4). Nothing while the team
 * is closed: the customer knows when it opens, and nobody's patience runs.
 */
function tellWaiting(draft: Draft, handoff: Handoff, context: TransitionContext): Partial<Handoff> {
  if (hoursStateFor(handoff.destination, context, draft.at) !== "open") return { patienceFrom: draft.at };
  if (handoff.exhaustedAt === null && draft.at - handoff.patienceFrom >= context.settings.exhaustAfterMs) {
    draft.say("handoff.exhausted");
    draft.note({ type: "handoff-exhausted", data: { handoffId: handoff.id } });
    return { exhaustedAt: draft.at, hasToldWaiting: true, toldAt: draft.at };
  }
  if (!handoff.hasToldWaiting && !handoff.pendingRequest) {
    draft.say("handoff.no_agent");
    return { hasToldWaiting: true, toldAt: draft.at };
  }
  return {};
}

/**
 * The customer writes while waiting. Where they are not looking on, one answer per some hours: whoever writes five times
 * at night is answered once.
 */
export function answerWaiting(draft: Draft, control: QueueControl, { policy, channel }: TransitionContext): void {
  const { handoff } = control;
  const pauseMs = policy.settings.handoff.waitingTextHours * 3_600_000;
  if (channel.hasPresence || draft.at - handoff.toldAt < pauseMs) return;
  draft.say("queue.still_waiting");
  draft.set({ control: { ...control, handoff: { ...handoff, toldAt: draft.at } } });
}
