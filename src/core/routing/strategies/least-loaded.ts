import type { Agent } from "../../people/agent.ts";
import { openUnits } from "../open-units.ts";
import { byIdleTime } from "./longest-idle.ts";

/** Whoever has the smallest part of their capacity in use; of equals, who has waited longest. */
export function leastLoaded(agents: readonly Agent[]): readonly Agent[] {
  const loads = new Map(agents.map((agent) => [agent.id, share(agent)]));
  return agents.toSorted((a, b) => (loads.get(a.id) ?? 0) - (loads.get(b.id) ?? 0) || byIdleTime(a, b));
}

function share(agent: Agent): number {
  return openUnits(agent) / Math.max(agent.capacity, 1);
}
