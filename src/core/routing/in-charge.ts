import type { Agent } from "../people/agent.ts";
import type { Settings } from "../settings/settings.ts";

/** Who could be told, and what says whom to tell. */
export interface Company {
  readonly agents: readonly Agent[];
  readonly settings: Pick<Settings, "people" | "teams">;
}

/** Who can still mend what is about to go wrong in these teams, the nearest first; somebody always hears of it. */
export function whoToWarn(teamIds: readonly string[], company: Company): readonly string[] {
  return firstOf([heads(teamIds, company), onCall(company), leads(teamIds, company), admins(company)]);
}

/** Who has to come now. */
export function whoToCall(teamIds: readonly string[], company: Company): readonly string[] {
  return firstOf([onCall(company), heads(teamIds, company), leads(teamIds, company), admins(company)]);
}

function heads(teamIds: readonly string[], { agents, settings: { teams } }: Company): readonly string[] {
  const headIds = new Set(teamIds.flatMap((id) => teams[id]?.headId ?? []));
  return idsOf(agents, ({ id }) => headIds.has(id));
}

function onCall({ agents, settings: { people } }: Company): readonly string[] {
  return idsOf(agents, ({ id }) => id === people.onCall);
}

/** Of a queue without teams: whoever leads anything. */
function leads(teamIds: readonly string[], { agents }: Company): readonly string[] {
  const isTheirs = (agent: Agent) => teamIds.length === 0 || agent.teamIds.some((id) => teamIds.includes(id));
  return idsOf(agents, (agent) => agent.role === "lead" && isTheirs(agent));
}

function admins({ agents }: Company): readonly string[] {
  return idsOf(agents, ({ role }) => role === "admin");
}

/** Settings may still name somebody who left: they would never read it. */
function idsOf(agents: readonly Agent[], isMeant: (agent: Agent) => boolean): readonly string[] {
  return agents.filter((agent) => agent.leftAt === null && !agent.isTest && isMeant(agent)).map(({ id }) => id);
}

function firstOf(circles: readonly (readonly string[])[]): readonly string[] {
  return circles.find((ids) => ids.length > 0) ?? [];
}
