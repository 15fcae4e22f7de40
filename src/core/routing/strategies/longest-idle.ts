import type { Agent } from "../../people/agent.ts";

/** Whoever was given something longest ago. */
export function longestIdle(agents: readonly Agent[]): readonly Agent[] {
  return agents.toSorted(byIdleTime);
}

export function byIdleTime(a: Agent, b: Agent): number {
  return a.lastAssignedAt - b.lastAssignedAt || (a.id < b.id ? -1 : 1);
}
