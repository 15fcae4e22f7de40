import { type Agent, readAgent } from "../core/people/agent.ts";
import type { Store } from "../ports/store.ts";

export const agentView = { view: "agents", key: "all" } as const;

const pageSize = 500;

/** Everybody, also those who left. */
export async function readAgents(store: Store): Promise<readonly Agent[]> {
  const agents: Agent[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.query({ ...agentView, limit: pageSize, order: "ascending", cursor });
    agents.push(...page.items.map(({ body }) => readAgent(body)));
    cursor = page.next;
  } while (cursor !== null);
  return agents;
}
