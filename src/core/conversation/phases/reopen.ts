import { decide } from "../../detection/decide.ts";
import { own } from "../../rules/destination.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { ClosedControl, HandoffCause } from "../state.ts";
import { resolve, type Way, wayOf } from "../way.ts";
import { listen } from "./hear.ts";
import type { Incoming } from "./incoming.ts";
import { isSame } from "./move-to-queue.ts";
import { openHandoff } from "./open-handoff.ts";
import { wayOn, weighsMore } from "./weighs-more.ts";

/**
 * Back to whoever had it, or else to where it came from, as urgent as it was. What is written now is heard like any other
 * message: where it weighs more, it goes the way of that.
 */
export function reopen(
  draft: Draft,
  control: ClosedControl,
  { incoming, lastAgentId }: { readonly incoming: Incoming; readonly lastAgentId: string },
  context: TransitionContext,
): void {
  const actor = { type: "customer" } as const;
  const signals = listen(draft, incoming, context);
  const { conversation, at } = draft;
  const verdict = decide({ conversation, at, signals, messageSeq: incoming.message.seq }, context);
  const back = wayBack(control, context);
  if (!weighsMore(verdict, { reason: "reopened", priority: back.priority })) {
    const decision = { settingsVersion: context.policy.version, ruleId: null, facts: null };
    const cause: HandoffCause = { reason: "reopened", evidence: [], decision };
    openHandoff(draft, { cause, way: back, actor, preferredAgentId: lastAgentId }, context);
    return;
  }
  const way = wayOn(verdict, back, context);
  const preferredAgentId = isSame(way.destination, back.destination) ? lastAgentId : null;
  openHandoff(draft, { cause: verdict.cause, way, actor, preferredAgentId }, context);
}

/** Where it waited last, if that is still there; what was one person's own goes to the last one who had it. */
function wayBack({ handoff }: ClosedControl, context: TransitionContext): Way {
  const usual = wayOf(null, context);
  if (!handoff) return usual;
  const { queues, teams } = context.policy.settings;
  const { type, id } = handoff.destination;
  const isThere = (type === "queue" && own(queues, id)) || (type === "team" && own(teams, id));
  const destination = isThere ? resolve(handoff.destination, context.policy) : usual.destination;
  return { ...usual, destination, priority: handoff.priority };
}
