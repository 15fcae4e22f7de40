import type { Agent } from "../../core/people/agent.ts";
import type { AgentBody } from "../../protocol/agents.ts";

export function presentAgent({ id, name, presence, capacity, holds, isTest, teamIds }: Agent): AgentBody {
  const held = Object.entries(holds).map(([conversationId, { as }]) => ({ conversationId, as }));
  return { id, name, presence, capacity, holds: held, isTest, teamIds: [...teamIds] };
}
