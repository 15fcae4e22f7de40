import { type Agent, hasRoom } from "../../people/agent.ts";
import { goneReason } from "../../people/gone.ts";
import { loadOn } from "../../people/load.ts";
import type { TransitionContext } from "../context.ts";
import { type CommandRefusal, type Refused, refused } from "../decision.ts";
import type { Conversation } from "../state.ts";

interface Wish {
  readonly agentId: string;
  readonly byAgentId: string | null;
  /** Also when they are not there. */
  readonly evenIfAway: boolean;
  /** It takes a place with them. */
  readonly takesRoom: boolean;
}

/** Whether a person may be given this, or asked for it; a clear answer names what is in the way. */
export function colleague(
  { id, isTest }: Conversation,
  wish: Wish,
  context: TransitionContext,
  at: number,
): { readonly agent: Agent } | { readonly stop: Refused } {
  const agent = context.agents[wish.agentId];
  if (!agent) return { stop: refused("unknown-agent") };
  const because = inTheWay(agent, { ...wish, conversationId: id, isTest }, context, at);
  return because === null ? { agent } : { stop: refused(because) };
}

function inTheWay(
  agent: Agent,
  wish: Wish & { readonly conversationId: string; readonly isTest: boolean },
  { channel, policy }: TransitionContext,
  at: number,
): CommandRefusal | null {
  if (agent.isTest !== wish.isTest) return "test-boundary";
  if (agent.leftAt !== null) return "agent-left";
  const isAway = goneReason(agent, policy.settings, at) !== null;
  // Whoever takes something themselves is there, whatever their status says.
  if (isAway && !wish.evenIfAway && wish.byAgentId !== agent.id) return "agent-away";
  if (wish.takesRoom && !hasRoom(agent, loadOn(channel, policy), wish.conversationId)) return "agent-full";
  return null;
}

/** Whose decision it is: the person's who has it, a lead's, or an outside system's. */
export function mayDecide(byAgentId: string | null, holderId: string | null, { agents }: TransitionContext): boolean {
  if (byAgentId === null || byAgentId === holderId) return true;
  const role = agents[byAgentId]?.role;
  return role === "lead" || role === "admin";
}
