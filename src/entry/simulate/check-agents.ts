import type { Check } from "./outcome.ts";
import type { ExpectedOfAgent } from "./script-expect-many.ts";
import type { World } from "./world.ts";

export async function checkAgents(world: World, expected: Readonly<Record<string, ExpectedOfAgent>>): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [agentId, wanted] of Object.entries(expected)) checks.push(...(await checkAgent(world, agentId, wanted)));
  return checks;
}

async function checkAgent(world: World, agentId: string, expected: ExpectedOfAgent): Promise<Check[]> {
  const agent = await world.engine.agents.get(agentId);
  if (!agent) return [{ claim: `${agentId} is an agent`, problem: "there is no such agent in the script" }];
  const found: Required<ExpectedOfAgent> = {
    presence: agent.presence,
    has: Object.values(agent.holds).filter(({ as }) => as === "open").length,
    mostAtOnce: world.mostAtOnce(agentId),
  };
  return Object.entries(expected).map(([name, wanted]): Check => {
    const value = found[name as keyof ExpectedOfAgent];
    return { claim: `${agentId}, ${name}: ${wanted}`, problem: value === wanted ? null : `found ${value}` };
  });
}
