import type { Verdict } from "../../detection/decide.ts";
import type { TransitionContext } from "../context.ts";
import { higher } from "../higher.ts";
import type { Handoff, HandoffReason } from "../state.ts";
import { type Way, wayOf, whereTo } from "../way.ts";

type Known = Pick<Handoff, "reason" | "priority">;

/**
 * Whether what was heard says more than what is known already: a risk nobody has heard of, or a rule that makes it more
 * urgent than usual. Asking again for the person one waits for says nothing new, and moves nothing.
 */
export function weighsMore({ action, cause, outcome }: Verdict, known: Known): boolean {
  if (action !== "handoff") return false;
  const usual = higher("normal", known.priority);
  const isHurried = outcome !== null && higher(usual, outcome.priority) !== usual;
  return isHurried || isNewRisk(cause.reason, known.reason);
}

export function isNewRisk(heard: HandoffReason, known: HandoffReason): boolean {
  return rank(heard) < rank(known);
}

/** What a person must know first stands first. */
const risks: readonly HandoffReason[] = ["self-harm", "threat", "fraud", "legal", "privacy"];

function rank(reason: HandoffReason): number {
  const index = risks.indexOf(reason);
  return index === -1 ? risks.length : index;
}

/** The way it goes from there: where the rule sends it, if it sends it anywhere, and never less urgent than it was. */
export function wayOn(
  { outcome }: Verdict,
  from: Pick<Way, "destination" | "priority">,
  context: TransitionContext,
): Way {
  const way = wayOf(outcome, context);
  const priority = higher(from.priority, way.priority);
  if (outcome !== null && outcome.behaviour !== "keep-owner") return { ...way, priority };
  // Nobody has it who could keep it; the others are told all the same.
  const notify = outcome ? [whereTo(outcome.destination, context), ...way.notify] : way.notify;
  return { ...way, destination: from.destination, directAgentId: null, priority, notify };
}
