import type { Moment } from "../../messages/moment.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { Handoff, Overnight, QueueControl, Resolved } from "../state.ts";
import { hoursStateFor, opensAt } from "../wording.ts";
import { promiseTasks } from "./promise-tasks.ts";

/** What is true where it is closed; `null`: it is open. */
export function closedMoment(destination: Resolved, context: TransitionContext, at: number): Moment | null {
  const state = hoursStateFor(destination, context, at);
  if (state === "open") return null;
  return state === "holiday" ? "handoff.holiday" : "handoff.after_hours";
}

/** Of a wait that begins: whoever begins to wait where it is closed hears so in the same commit. */
export function overnightOf(destination: Resolved, context: TransitionContext, at: number): Overnight | null {
  return hoursStateFor(destination, context, at) === "open" ? null : { isAnswered: false };
}

/**
 * It closes while somebody waits, or it came to where it is closed. Once per closing the customer hears when somebody is
 * there again, and that promise is written down; from now on it is overnight work. Whoever waits elsewhere has a promise
 * already, and so has who heard that nobody came.
 */
export function meetClosing(draft: Draft, control: QueueControl, context: TransitionContext): void {
  const { handoff } = control;
  if (isKnown(handoff, context, draft.at)) return;
  const closed = waitOvernight(draft, control, notAnswered, context);
  if (handoff.waits !== "here" || handoff.exhaustedAt !== null) return;
  tell(draft, closed, context);
  promiseTasks(draft, closed.handoff, "after-hours", context);
}

/** The customer looks on and writes: one answer per closing, and none to whoever has only just heard it. */
export function answerClosed(draft: Draft, control: QueueControl, context: TransitionContext): void {
  const { ask, overnight, toldAt } = control.handoff;
  if (!isKnown(control.handoff, context, draft.at)) {
    if (ask) return;
    const closed = waitOvernight(draft, control, notAnswered, context);
    tell(draft, closed, context);
    promiseTasks(draft, closed.handoff, "after-hours", context);
    return;
  }
  if (overnight?.isAnswered || draft.at - toldAt < context.settings.wakeUpMs) return;
  tell(draft, waitOvernight(draft, control, { isAnswered: true }, context), context);
}

const notAnswered: Overnight = { isAnswered: false };

/** The opening that the customer knows of is still ahead, or nobody knows one. */
function isKnown({ patienceFrom, overnight, destination }: Handoff, context: TransitionContext, at: number): boolean {
  return patienceFrom > at || (Boolean(overnight) && opensAt(destination, context, at) === null);
}

/** Nobody's patience runs meanwhile. */
function waitOvernight(
  draft: Draft,
  control: QueueControl,
  overnight: Overnight,
  context: TransitionContext,
): QueueControl {
  const { handoff } = control;
  const patienceFrom = opensAt(handoff.destination, context, draft.at) ?? draft.at;
  const next = { ...control, handoff: { ...handoff, overnight, patienceFrom } };
  draft.set({ control: next });
  return next;
}

function tell(draft: Draft, control: QueueControl, context: TransitionContext): void {
  const { handoff } = control;
  draft.set({ control: { ...control, handoff: { ...handoff, toldAt: draft.at } } });
  const moment = handoff.waits === "email" ? "wait.email" : closedMoment(handoff.destination, context, draft.at);
  if (moment !== null) draft.say(moment);
}
