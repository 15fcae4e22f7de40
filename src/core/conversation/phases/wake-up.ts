import { isCourtesy } from "../../detection/courtesy.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import { textOf } from "../message.ts";
import type { Handoff, QueueControl } from "../state.ts";
import { hoursStateFor } from "../wording.ts";
import { answerClosed, meetClosing } from "./closing.ts";
import { exhaust } from "./exhaust.ts";
import type { Incoming } from "./incoming.ts";
import { endOffers } from "./queue-asks.ts";
import { nextWakeUp, planRoute, planRoutineRoute, slowly } from "./search-on.ts";

/** The stored wake-up of an open handoff (I5): it searches again, tells the customer once, and sets the next one. */
export function wakeUp(draft: Draft, waiting: QueueControl, context: TransitionContext): void {
  const control = endLapsedAsk(draft, waiting, context);
  const { handoff } = control;
  // Whoever did not answer leaves room for others to be asked.
  if (waiting.handoff.ask && !handoff.ask) planRoute(draft, handoff.id);
  else if (!handoff.ask) planRoutineRoute(draft, handoff.id);
  const round = handoff.wakeUpRound + 1;
  const slower = handoff.exhaustedAt === null ? 1 : slowly;
  const wakeUpEffectId = draft.plan(
    {
      type: "timer",
      conversationId: draft.conversation.id,
      timer: { kind: "handoff-wake-up", handoffId: handoff.id, round },
    },
    { lane: null, dueAt: nextWakeUp(draft.at, handoff, context, slower) },
  );
  const next = { ...control, handoff: { ...handoff, wakeUpRound: round, wakeUpEffectId } };
  draft.set({ control: next });
  tellWaiting(draft, next, context);
}

/** Its own timer ends an ask; should that ever be late, nobody stays bound to it. */
function endLapsedAsk(draft: Draft, control: QueueControl, context: TransitionContext): QueueControl {
  const { ask } = control.handoff;
  if (!ask || ask.expiresAt > draft.at) return control;
  return endOffers(draft, control, { status: "timed-out", reason: null }, context);
}

/**
 * One honest text when the wait begins to show, one when nobody took it; never both at once (I4). While the team is
 * closed only that, once: then the customer knows when it opens, and nobody's patience runs.
 */
function tellWaiting(draft: Draft, control: QueueControl, context: TransitionContext): void {
  const { handoff } = control;
  const change = (changed: Partial<Handoff>) =>
    draft.set({ control: { ...control, handoff: { ...handoff, ...changed } } });
  if (hoursStateFor(handoff.destination, context, draft.at) !== "open") {
    // Whoever is asked just now may still take it.
    if (!handoff.ask) meetClosing(draft, control, context);
    return;
  }
  // Open sooner than was known: a switch was turned off, or other hours were published.
  if (handoff.patienceFrom > draft.at) {
    change({ patienceFrom: draft.at });
    return;
  }
  if (handoff.exhaustedAt === null && draft.at - handoff.patienceFrom >= patienceMs(context)) {
    change({ exhaustedAt: draft.at, hasToldWaiting: true, toldAt: draft.at });
    exhaust(draft, context);
    return;
  }
  if (handoff.ask || handoff.waits !== "here") return;
  // It has only just opened: whoever was told when is not told in that very minute that nobody is there.
  if (draft.at - handoff.patienceFrom < context.settings.wakeUpMs) return;
  if (!handoff.hasToldWaiting) {
    change({ hasToldWaiting: true, toldAt: draft.at });
    draft.say("handoff.no_agent");
  } else if (isPlaceDue(handoff, context, draft.at)) {
    change({ toldAt: draft.at });
    tellPlace(draft, context);
  }
}

/** Not after they heard that nobody came: "you are next" would be the next promise. */
function isPlaceDue({ toldAt, exhaustedAt }: Handoff, { policy, channel }: TransitionContext, at: number): boolean {
  const minutes = policy.settings.handoff.placeTextMinutes;
  return exhaustedAt === null && channel.hasPresence && minutes !== null && at - toldAt >= minutes * 60_000;
}

/** Only what is known: who is further back than anybody counts is told nothing. */
function tellPlace(draft: Draft, { workload }: TransitionContext): void {
  const place = workload.line.indexOf(draft.conversation.id) + 1;
  if (place === 1) draft.say("queue.next");
  else if (place > 1) draft.say("queue.position", { variables: { position: String(place) } });
}

function patienceMs({ policy, settings }: TransitionContext): number {
  return settings.exhaustAfterMs ?? policy.settings.handoff.exhaustion.afterMinutes * 60_000;
}

/**
 * The customer writes while waiting. Where they are not looking on, one answer per some hours: whoever writes five times
 * at night is answered once. Where they do, nobody has to tell them that they wait, only that it is closed.
 */
export function answerWaiting(
  draft: Draft,
  control: QueueControl,
  { message }: Incoming,
  context: TransitionContext,
): void {
  const { handoff } = control;
  const { policy, channel } = context;
  if (channel.hasPresence) {
    const text = textOf(message.content);
    const isOpen = hoursStateFor(handoff.destination, context, draft.at) === "open";
    if (!isOpen && (text === null || !isCourtesy(text))) answerClosed(draft, control, context);
    return;
  }
  const pauseMs = policy.settings.handoff.waitingTextHours * 3_600_000;
  if (draft.at - handoff.toldAt < pauseMs) return;
  draft.say("queue.still_waiting");
  draft.set({ control: { ...control, handoff: { ...handoff, toldAt: draft.at } } });
}
