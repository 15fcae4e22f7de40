import type { Handoff } from "../conversation/state.ts";
import { absenceAt } from "../people/absence.ts";
import { type Agent, hasRoom, isAmong, type Load } from "../people/agent.ts";
import type { Policy } from "../settings/policy.ts";
import type { Candidate, Exclusion, RoutingDecision } from "./decision.ts";

export interface RouteInput {
  readonly handoff: Pick<
    Handoff,
    "destination" | "declinedBy" | "preferredAgentId" | "exhaustedAt" | "enteredQueueAt" | "queues" | "priority"
  >;
  readonly conversation: { readonly id: string; readonly isTest: boolean; readonly locale: string | null };
  readonly load: Load;
  readonly agents: readonly Agent[];
  readonly policy: Policy;
  readonly at: number;
  /** What an outside service named; `null`: it named nobody, or was not asked. */
  readonly external: string | null;
}

/** Who is asked next, and why not the others (I6, I7, I12). */
export function decideRoute(input: RouteInput): RoutingDecision {
  const { handoff, agents } = input;
  const looked = agents.map((agent) => ({ agent, excluded: exclusion(agent, input) }));
  const candidates: Candidate[] = looked
    .filter(({ excluded }) => excluded !== "elsewhere" && excluded !== "test")
    .map(({ agent, excluded }) => ({ agentId: agent.id, excluded }));
  const eligible = looked.filter(({ excluded }) => excluded === null).map(({ agent }) => agent);
  const found = { candidates, elsewhere: agents.length - candidates.length, step: 0 };
  const preferred = eligible.find(({ id }) => id === handoff.preferredAgentId);
  if (preferred) return { ...found, outcome: { type: "give", agentId: preferred.id }, by: "last-agent" };
  const chosen = eligible.toSorted(byIdleTime)[0];
  if (!chosen) return { ...found, outcome: { type: "nobody" }, by: "longest-idle" };
  return { ...found, outcome: { type: "ask", agentIds: [chosen.id] }, by: "longest-idle" };
}

function exclusion(agent: Agent, { handoff, conversation, load, at, policy }: RouteInput): Exclusion | null {
  if (agent.isTest !== conversation.isTest) return "test";
  if (agent.leftAt !== null) return "left";
  const isMeant = isAmong(agent, handoff.destination) || agent.id === handoff.preferredAgentId;
  if (!isMeant && handoff.exhaustedAt === null) return "elsewhere";
  if (handoff.declinedBy.includes(agent.id)) return "declined";
  if (absenceAt(agent.absences, at)) return "absent";
  if (agent.presence !== "available") return agent.presence;
  if (ringing(agent) >= policy.settings.people.ringsAtOnce) return "ringing";
  return hasRoom(agent, load) ? null : "full";
}

/** One who is being asked has to answer first. */
export function ringing({ holds }: Agent): number {
  return Object.values(holds).filter(({ as }) => as === "offered").length;
}

function byIdleTime(a: Agent, b: Agent): number {
  return a.lastAssignedAt - b.lastAssignedAt || (a.id < b.id ? -1 : 1);
}
