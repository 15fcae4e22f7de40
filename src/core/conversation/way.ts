import type { Destination, HandoffOutcome, Priority, RuleDestination } from "../rules/rule.ts";
import type { Policy } from "../settings/policy.ts";
import type { TransitionContext } from "./context.ts";
import type { Resolved } from "./state.ts";

/** How a handoff goes on its way: what a rule says, or the workspace. */
export interface Way {
  readonly destination: Resolved;
  /** Goes to this person without asking, when they are there. */
  readonly directAgentId: string | null;
  readonly assists: boolean;
  readonly priority: Priority;
  readonly notify: readonly Destination[];
  readonly tasks: readonly string[];
}

export function wayOf(outcome: HandoffOutcome | null, context: TransitionContext): Way {
  const { policy, settings } = context;
  const { handoff } = policy.settings;
  const wanted = outcome?.destination ?? (handoff.ownerFirst ? { type: "owner" as const } : handoff.destination);
  const destination = resolve(whereTo(wanted, context), policy);
  const assists = outcome?.assistsWhileWaiting ?? policy.settings.handoff.assistsWhileWaiting;
  return {
    destination,
    directAgentId: outcome?.behaviour === "reassign" && destination.type === "agent" ? destination.id : null,
    assists: (assists || settings.assistsWhileWaiting) && settings.botId !== null,
    priority: outcome?.priority ?? "normal",
    notify: outcome?.notify ?? [],
    tasks: outcome?.tasks ?? [],
  };
}

/** An owner who is nobody, or has left, would be a dead end: it goes the way of what no rule sends elsewhere. */
export function whereTo(wanted: RuleDestination, { policy, accountOwner }: TransitionContext): Destination {
  if (wanted.type !== "owner") return wanted;
  const isThere = accountOwner && !accountOwner.hasLeft;
  return isThere ? { type: "agent", id: accountOwner.agentId } : policy.settings.handoff.destination;
}

/** With the teams it means now, so that a running handoff keeps its way whatever the lead changes. */
export function resolve({ type, id }: Destination, { settings }: Policy): Resolved {
  if (type === "team") return { type, id, teamIds: [id] };
  return { type, id, teamIds: type === "queue" ? (settings.queues[id]?.teams ?? []) : [] };
}
