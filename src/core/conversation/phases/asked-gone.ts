import { goneFrom } from "../../routing/gone-from.ts";
import type { TransitionContext } from "../context.ts";
import { ignored } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { EventOf, Stop } from "../handler.ts";
import type { QueueControl } from "../state.ts";
import { endOffer } from "./queue-asks.ts";
import { planRoute } from "./search-on.ts";

/**
 * Whoever is asked and goes is asked no more, and others are at once. They have neither declined nor missed it: they may be
 * asked when they are back. As of an owner, their document counts, not what the event says (I8).
 */
export function askedGone(
  draft: Draft,
  control: QueueControl,
  { agentId, because: told }: EventOf<"owner-changed">,
  context: TransitionContext,
): Stop | undefined {
  const { handoff } = control;
  if (!handoff.ask?.pending.some((asked) => asked.agentId === agentId)) return ignored("nobody has it");
  const agent = context.agents[agentId];
  const because = agent ? goneFrom(agent, handoff, context.policy.settings, draft.at) : told;
  if (because === null) return ignored("they are there");
  const left = endOffer(draft, control, agentId, { status: "rescinded", reason: null }, context);
  if (!left.handoff.ask) planRoute(draft, handoff.id);
  return undefined;
}
