import type { Agent } from "../../people/agent.ts";
import { exclusionFromGift } from "../exclusion.ts";
import { isMeant, type Scope } from "../scope.ts";
import type { Search } from "../search.ts";

/** Who had the customer within the queue's hours gets them back, as long as it is their team's. */
export function lastAgent(search: Search, scope: Scope): Agent | null {
  const { lastAgent: last, at } = search.input;
  const { lastAgentHours } = search.queue;
  if (!last || lastAgentHours === null || at - last.at > lastAgentHours * 3_600_000) return null;
  const agent = search.person(last.agentId);
  return agent && isMeant(agent, scope) && exclusionFromGift(agent, search.bounds) === null ? agent : null;
}
