import type { Resolved } from "../conversation/state.ts";
import type { Agent } from "../people/agent.ts";

/** Who is meant. Made anew when the search widens; it never gets narrower. */
export type Scope =
  /** Nobody took it: whoever can. */
  | { readonly type: "everybody" }
  /** No teams: everybody's. */
  | { readonly type: "teams"; readonly teamIds: ReadonlySet<string> }
  | { readonly type: "people"; readonly ids: ReadonlySet<string> };

/** Leads take work where they are in the team; who is in no team takes everybody's, unless they lead. */
export function isMeant(agent: Agent, scope: Scope): boolean {
  switch (scope.type) {
    case "everybody":
      return true;
    case "people":
      return scope.ids.has(agent.id);
    case "teams":
      if (agent.teamIds.length === 0) return agent.role === "agent";
      return scope.teamIds.size === 0 || agent.teamIds.some((id) => scope.teamIds.has(id));
  }
}

/** Whether a destination means this person: whom work is given there, and who hears of it, are the same people. */
export function isAmong(agent: Agent, { type, id, teamIds }: Resolved): boolean {
  return type === "agent" ? agent.id === id : isMeant(agent, { type: "teams", teamIds: new Set(teamIds) });
}

/** Leads of no team in particular: they hear of what would be nobody's, and may step in anywhere. */
export function isOverAll({ role, teamIds }: Agent): boolean {
  return role !== "agent" && teamIds.length === 0;
}
