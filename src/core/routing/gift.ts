import { absenceAt } from "../people/absence.ts";
import type { Agent } from "../people/agent.ts";
import { exclusionFromGift, exclusionOf } from "./exclusion.ts";
import type { Explained } from "./explain.ts";
import { substituteOf } from "./named-person.ts";
import type { Search } from "./search.ts";
import { lastAgent } from "./strategies/last-agent.ts";
import { scopeAt } from "./widen.ts";

/** Whom it belongs to already, before anybody is searched for; `null`: nobody. */
export function belongsTo(search: Search): Explained | null {
  return engagedElsewhere(search) ?? preferred(search) ?? had(search);
}

/** One customer, one person: on another channel they are in the middle of it already. */
function engagedElsewhere({ input, person, bounds }: Search): Explained | null {
  for (const id of input.engaged ?? []) {
    const agent = person(id);
    if (agent && exclusionFromGift(agent, bounds) === null) return give(agent, "same-customer");
  }
  return null;
}

function preferred(search: Search): Explained | null {
  const agent = search.person(search.input.handoff.preferredAgentId);
  if (!agent) return null;
  if (exclusionFromGift(agent, search.bounds) === null) return give(agent, "last-agent");
  if (search.intake === "pull" || !absenceAt(agent.absences, search.input.at)) return null;
  const substitute = substituteOf(agent, search);
  if (!substitute || exclusionOf(substitute, search.bounds) !== null) return null;
  return { outcome: { type: "ask", agentIds: [substitute.id] }, by: "substitute" };
}

function had(search: Search): Explained | null {
  if (search.input.handoff.destination.type === "agent") return null;
  const agent = lastAgent(search, scopeAt(search, search.begun));
  return agent && give(agent, "last-agent");
}

function give({ id }: Agent, by: string): Explained {
  return { outcome: { type: "give", agentId: id }, by };
}
