import type { Agent } from "../../people/agent.ts";

/** In the order of their ids, from behind whoever this queue asked last, and around. */
export function roundRobin(agents: readonly Agent[], lastAskedId: string | null): readonly Agent[] {
  const sorted = agents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (lastAskedId === null) return sorted;
  const next = sorted.findIndex(({ id }) => id > lastAskedId);
  return next <= 0 ? sorted : [...sorted.slice(next), ...sorted.slice(0, next)];
}
