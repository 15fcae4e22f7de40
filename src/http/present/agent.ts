import type { Agent } from "../../core/people/agent.ts";
import type { AgentBody } from "../../protocol/agents.ts";
import { isoTime } from "./time.ts";

export function presentAgent(agent: Agent): AgentBody {
  const {
    schemaVersion: _version,
    lastAssignedAt: _last,
    missedInARow: _missed,
    returnsTo: _returns,
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
