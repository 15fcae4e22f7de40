import type { Candidate } from "../conversation/record.ts";
import type { Resolved } from "../conversation/state.ts";
import { type Agent, hasRoom, isAmong } from "../people/agent.ts";

export interface Choice {
  readonly agentId: string | null;
  /** Had it before and is there: gets it back without being asked. */
  readonly isDirect: boolean;
  /** Everyone who was looked at, and why not (I12). */
  readonly candidates: readonly Candidate[];
}

export interface Wanted {
  readonly declinedBy: readonly string[];
  readonly preferredAgentId: string | null;
  readonly destination: Resolved;
  /** Nobody it was meant for took it in time: now everybody is asked (I5). */
  readonly exhaustedAt: number | null;
  /** Tests and demos ring nobody who works, and the other way round. */
  readonly isTest: boolean;
}

/** Longest idle first among those on duty with room who have not declined (I6, I7). */
export function chooseAgent(agents: readonly Agent[], wanted: Wanted): Choice {
  const candidates = agents.map((agent): Candidate => ({ agentId: agent.id, excluded: exclusion(agent, wanted) }));
  const eligible = agents.filter((agent) => exclusion(agent, wanted) === null);
  const preferred = eligible.find((agent) => agent.id === wanted.preferredAgentId);
  if (preferred) return { agentId: preferred.id, isDirect: true, candidates };
  const longestIdle = [...eligible].sort(byIdleTime)[0];
  return { agentId: longestIdle?.id ?? null, isDirect: false, candidates };
}

function exclusion(agent: Agent, wanted: Wanted): Candidate["excluded"] {
  if (agent.isTest !== wanted.isTest) return "test";
  const isMeant = isAmong(agent, wanted.destination) || agent.id === wanted.preferredAgentId;
  if (!isMeant && wanted.exhaustedAt === null) return "elsewhere";
  if (wanted.declinedBy.includes(agent.id)) return "declined";
  if (agent.presence !== "available") return "away";
  return hasRoom(agent) ? null : "full";
}

function byIdleTime(a: Agent, b: Agent): number {
  return a.lastAssignedAt - b.lastAssignedAt || (a.id < b.id ? -1 : 1);
}
