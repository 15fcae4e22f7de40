import type { Command } from "../../engine/commands.ts";
import type { Check, Ran } from "./outcome.ts";
import type { WorkStep } from "./script-crowd.ts";
import type { World } from "./world.ts";

/** People at work: they accept what rings, write, and close when they are done. */
export async function runWorkStep(world: World, work: WorkStep): Promise<Ran> {
  const until = world.now() + work.for;
  const checks = new Map<string, Check>();
  while (world.now() < until) {
    await world.pass(Math.min(work.answersEvery, until - world.now()));
    for (const agentId of work.agents) {
      for (const check of await workOnce(world, work, agentId)) checks.set(check.claim, check);
    }
  }
  return { remark: `${work.agents.join(", ")} have worked`, checks: [...checks.values()] };
}

/** Done first, so that there is room for what rings. */
async function workOnce(world: World, work: WorkStep, agentId: string): Promise<readonly Check[]> {
  const agent = await world.engine.agents.get(agentId);
  if (!agent) return [{ claim: `${agentId} is an agent`, problem: `there is no agent ${agentId} in the script` }];
  const checks: Check[] = [];
  for (const id of Object.keys(agent.holds)) {
    if (await isDone(world, id, work)) checks.push(...(await act(world, id, closing(agentId))));
  }
  const asked = await world.engine.requests.askedOf(agentId);
  for (const { id: requestId, conversation } of asked?.requests ?? []) {
    checks.push(...(await act(world, conversation.id, { type: "request-accepted", requestId, agentId })));
    checks.push(...(await act(world, conversation.id, { type: "agent-replied", agentId, text: work.writes })));
  }
  return checks;
}

async function isDone(world: World, conversationId: string, { takes }: WorkStep): Promise<boolean> {
  const control = (await world.engine.conversations.get(conversationId))?.control;
  return control?.phase === "human" && world.timeIn(0) - control.since >= takes;
}

function closing(agentId: string): Command {
  return { type: "conversation-closed", agentId, outcome: "resolved", wrapUp: null };
}

/** Only what went wrong is told: a day of work is long. */
async function act(world: World, conversationId: string, command: Command): Promise<readonly Check[]> {
  const result = await world.engine.command(conversationId, command, null);
  await world.pass(0);
  if (result.status !== "refused") return [];
  return [{ claim: `${command.type} (${conversationId})`, problem: `it was refused: ${result.code}` }];
}
