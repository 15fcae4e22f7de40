import type { Destination, HandoffOutcome, Priority } from "../rules/rule.ts";
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

export function wayOf(outcome: HandoffOutcome | null, { policy, settings }: TransitionContext): Way {
  const destination = resolve(outcome?.destination ?? policy.settings.handoff.destination, policy);
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

/** With the teams it means now, so that a running handoff keeps its way whatever the lead changes. */
export function resolve({ type, id }: Destination, { settings }: Policy): Resolved {
  if (type === "team") return { type, id, teamIds: [id] };
  return { type, id, teamIds: type === "queue" ? (settings.queues[id]?.teams ?? []) : [] };
}
