import type { Agent } from "../people/agent.ts";

/** What somebody has in hand or is being asked for; what is idle weighs nothing. */
export function openUnits({ holds }: Pick<Agent, "holds">): number {
  let units = 0;
  for (const id in holds) {
    const held = holds[id];
    if (held && held.as !== "idle") units += held.units;
  }
  return units;
}
