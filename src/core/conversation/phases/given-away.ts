import { own } from "../../rules/destination.ts";
import type { Destination } from "../../rules/rule.ts";
import type { TransitionContext } from "../context.ts";
import { type Refused, refused } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { EventOf } from "../handler.ts";
import type { Resolved } from "../state.ts";
import { resolve } from "../way.ts";

/** Where somebody wants it to go. A destination that is not there would be a wait that nobody ends (I5). */
export function givenDestination(
  destination: Destination,
  context: TransitionContext,
): Resolved | { readonly stop: Refused } {
  const { settings } = context.policy;
  const { type, id } = destination;
  if (type === "queue" && !own(settings.queues, id)) return { stop: refused("no-such-queue") };
  if (type === "team" && !own(settings.teams, id)) return { stop: refused("no-such-team") };
  if (type === "agent") {
    const agent = context.agents[id];
    if (!agent) return { stop: refused("unknown-agent") };
    if (agent.leftAt !== null) return { stop: refused("agent-left") };
  }
  return resolve(destination, context.policy);
}

/** What whoever gives it away wants the next person to know. */
export function leaveNote(draft: Draft, { byAgentId, note }: EventOf<"conversation-unassigned">): void {
  if (note !== null) draft.append({ type: "note", agentId: byAgentId }, { type: "text", text: note });
}
