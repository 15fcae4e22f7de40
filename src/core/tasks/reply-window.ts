import type { Conversation } from "../conversation/state.ts";
import type { Hours } from "../hours/hours.ts";
import { openIntervals } from "../hours/open-intervals.ts";

/** People are reminded so long before the last moment at which they can still answer. */
export const windowWarningMs = 2 * 3_600_000;

/** The channel closes so many ms after the customer's last message, and a person's answer is still owed. */
export interface ClosingWindow {
  readonly closesAt: number;
  /** When the answer has to be given: while somebody is there, where that is possible at all. */
  readonly answerBy: number;
}

/**
 * `null`: nothing is owed, the window is closed, or there is time. Where the team closes before the window does and opens
 * after it, the last moment somebody is there is what counts.
 */
export function closingWindow(
  conversation: Pick<Conversation, "control" | "lastCustomerAt">,
  window: Window,
): ClosingWindow | null {
  if (!awaitsPerson(conversation)) return null;
  const chance = lastChance(conversation, window);
  if (!chance) return null;
  const { isOpen, ...closing } = chance;
  return !isOpen || closing.answerBy - window.at <= windowWarningMs ? closing : null;
}

interface Window {
  readonly at: number;
  readonly windowMs: number;
  readonly hours: Hours | null;
}

/** The last moment at which the channel takes an answer and somebody is there to give it; `null`: it has closed. */
export function lastChance(
  { lastCustomerAt }: Pick<Conversation, "lastCustomerAt">,
  { at, windowMs, hours }: Window,
): (ClosingWindow & { readonly isOpen: boolean }) | null {
  const closesAt = lastCustomerAt + windowMs;
  if (closesAt <= at) return null;
  const lastOpen = hours ? lastMomentOpen(hours, at, closesAt) : closesAt;
  // Nobody is there until it closes: whoever sees it first has to act.
  return { closesAt, answerBy: lastOpen ?? closesAt, isOpen: lastOpen !== null };
}

function awaitsPerson({ control }: Pick<Conversation, "control">): boolean {
  return control.phase === "queue" || (control.phase === "human" && control.awaitsAnswer);
}

function lastMomentOpen(hours: Hours, from: number, to: number): number | null {
  let last: number | null = null;
  for (const { end } of openIntervals(hours, from, to)) last = end;
  return last;
}
