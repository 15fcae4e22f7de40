import type { Agent } from "../../core/people/agent.ts";
import type { AgentBody } from "../../protocol/agents.ts";
import type { Caller } from "../caller.ts";
import { isoTime } from "./time.ts";

/** Why a colleague is away, and how to write to them elsewhere, is between them and those who lead (I14). */
export function presentAgentTo({ agentId, role }: Pick<Caller, "agentId" | "role">, agent: Agent): AgentBody {
  const shown = presentAgent(agent);
  if (role !== "agent" || agentId === agent.id) return shown;
  return {
    ...shown,
    email: null,
    status: { ...shown.status, reason: null },
    absences: shown.absences.map((absence) => ({ ...absence, reason: null })),
  };
}

export function presentAgent(agent: Agent): AgentBody {
  const {
    schemaVersion: _version,
    lastAssignedAt: _last,
    missedInARow: _missed,
    returnsTo: _returns,
    returns: _times,
    ...shown
  } = agent;
  return {
    ...shown,
    status: { ...agent.status, since: agent.status.since === 0 ? null : isoTime(agent.status.since) },
    holds: Object.entries(agent.holds).map(([conversationId, { as }]) => ({ conversationId, as })),
    channelLimits: { ...agent.channelLimits },
    skills: { ...agent.skills },
    languages: [...agent.languages],
    teamIds: [...agent.teamIds],
    absences: agent.absences.map((absence) => ({
      ...absence,
      from: isoTime(absence.from),
      to: absence.to === null ? null : isoTime(absence.to),
    })),
    leftAt: agent.leftAt === null ? null : isoTime(agent.leftAt),
  };
}
