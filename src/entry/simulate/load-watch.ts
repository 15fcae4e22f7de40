import type { Agent } from "../../core/people/agent.ts";
import { openUnits } from "../../core/routing/open-units.ts";
import type { Commit } from "../../ports/store.ts";

/** How full people were, at every moment and not only when somebody looks. */
export interface LoadWatch {
  committed(commit: Commit): void;
  mostOf(agentId: string): number;
}

export function watchLoads(): LoadWatch {
  const most = new Map<string, number>();
  return {
    committed({ puts }) {
      for (const { kind, id, body } of puts) {
        if (kind === "agent") most.set(id, Math.max(most.get(id) ?? 0, openUnits(body as Agent)));
      }
    },
    mostOf: (agentId) => most.get(agentId) ?? 0,
  };
}
