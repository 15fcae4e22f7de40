import type { Agent } from "../../people/agent.ts";
import { longestIdle } from "./longest-idle.ts";

/** Many at once, and the first to accept has it: those who have waited longest. */
export function broadcast(agents: readonly Agent[]): readonly Agent[] {
  return longestIdle(agents);
}
