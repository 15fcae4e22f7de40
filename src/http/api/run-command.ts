import type { Command } from "../../engine/commands.ts";
import type { Engine } from "../../engine/engine.ts";
import type { ConversationBody } from "../../protocol/conversations.ts";
import { actingAgentId } from "../caller.ts";
import type { ApiContext } from "../environment.ts";
import { idempotencyOf, keyReused, markRepeated } from "../idempotency.ts";
import { RequestError } from "../problem.ts";
import { findConversation, noConversation, withCustomer } from "./find-conversation.ts";
import { detailOf } from "./refusal-detail.ts";
import { unknownAgent } from "./unknown-agent.ts";

/** Runs a command as the agent who acts. */
export async function runAsAgent(
  engine: Engine,
  c: ApiContext,
  asked: { conversationId: string; agentId: string | undefined; command: (agentId: string) => Command },
): Promise<ConversationBody> {
  const agentId = actingAgentId(c.get("caller"), asked.agentId);
  if (!(await engine.agents.get(agentId))) throw unknownAgent(agentId);
  return runCommand(engine, c, { conversationId: asked.conversationId, command: asked.command(agentId) });
}

/** Runs a command and answers with the conversation as it is afterwards. */
export async function runCommand(
  engine: Engine,
  c: ApiContext,
  { conversationId, command }: { conversationId: string; command: Command },
): Promise<ConversationBody> {
  const commanded = await engine.command(conversationId, command, await idempotencyOf(c));
  switch (commanded.status) {
    case "committed":
      return withCustomer(engine, commanded.decision.conversation);
    case "repeated":
      markRepeated(c);
      return withCustomer(engine, await findConversation(engine, conversationId));
    case "ignored":
      return withCustomer(engine, await findConversation(engine, conversationId));
    case "missing":
      throw noConversation();
    case "clash":
      throw keyReused();
    case "refused":
      throw new RequestError(commanded.code, await detailOf(engine, { conversationId, command, code: commanded.code }));
  }
}
