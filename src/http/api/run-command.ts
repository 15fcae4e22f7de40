import type { Conversation } from "../../core/conversation/state.ts";
import type { Command } from "../../engine/commands.ts";
import type { Engine } from "../../engine/engine.ts";
import type { ConversationBody } from "../../protocol/conversations.ts";
import { actingAgentId } from "../caller.ts";
import type { ApiContext } from "../environment.ts";
import { idempotencyOf, keyReused, markRepeated } from "../idempotency.ts";
import { findConversation, noConversation, withCustomer } from "./find-conversation.ts";
import { refusalOf } from "./refusal-detail.ts";
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

interface Run {
  readonly conversationId: string;
  readonly command: Command;
  /** Throws where nothing has happened and that is no yes. */
  readonly whenIgnored?: (conversation: Conversation) => void;
}

/** Runs a command and answers with the conversation as it is afterwards. */
export async function runCommand(
  engine: Engine,
  c: ApiContext,
  { conversationId, command, whenIgnored }: Run,
): Promise<ConversationBody> {
  const commanded = await engine.command(conversationId, command, await idempotencyOf(c));
  switch (commanded.status) {
    case "committed":
      return withCustomer(engine, commanded.decision.conversation);
    case "repeated":
      markRepeated(c);
      return withCustomer(engine, await findConversation(engine, conversationId));
    case "ignored": {
      const conversation = await findConversation(engine, conversationId);
      whenIgnored?.(conversation);
      return withCustomer(engine, conversation);
    }
    case "missing":
      throw noConversation();
    case "clash":
      throw keyReused();
    case "refused":
      throw await refusalOf(engine, { conversationId, command, code: commanded.code });
  }
}
