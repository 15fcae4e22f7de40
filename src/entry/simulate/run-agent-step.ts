import type { Agent } from "../../core/people/agent.ts";
import { commandOf } from "./command-of.ts";
import { type Check, hasNotWritten, type Ran } from "./outcome.ts";
import type { AgentStep } from "./script-steps.ts";
import type { World } from "./world.ts";

export async function runAgentStep(world: World, step: AgentStep, conversationId: string | null): Promise<Ran> {
  if (step.does === "goes-away" || step.does === "comes-back" || step.does === "disconnects") {
    return changePresence(world, step.agent, presences[step.does]);
  }
  const conversation = conversationId === null ? null : await world.engine.conversations.get(conversationId);
  if (!conversation) return { remark: null, checks: [hasNotWritten(`${step.agent} ${step.does}`, step.customer)] };
  const result = await world.engine.command(conversation.id, commandOf(step, conversation, world.timeIn(0)), null);
  await world.pass(0);
  const refusal = result.status === "refused" ? result.code : null;
  const remark = `${step.agent} ${step.does}${refusal ? `: refused (${refusal})` : ""}`;
  const expected = step.refused ?? null;
  if (refusal === null && expected === null) return { remark, checks: [] };
  const problem = refusal === expected ? null : `it was ${refusal === null ? "not refused" : `refused: ${refusal}`}`;
  const claim = expected === null ? `${step.agent} ${step.does}` : `${step.agent} ${step.does}, refused: ${expected}`;
  return { remark, checks: [{ claim, problem }] };
}

const presences = { "goes-away": "away", "comes-back": "available", disconnects: "offline" } as const;

async function changePresence(world: World, agentId: string, presence: Agent["presence"]): Promise<Ran> {
  const changed = await world.engine.agents.change(agentId, { presence });
  await world.pass(0);
  return { remark: `${agentId} is ${presence}`, checks: changed ? [] : [unknown(agentId)] };
}

function unknown(agentId: string): Check {
  return { claim: `${agentId} is an agent`, problem: `there is no agent ${agentId} in the script` };
}
