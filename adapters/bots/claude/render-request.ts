import type { Anthropic } from "@anthropic-ai/sdk";
import type { ModelRequest } from "../../kit/anthropic/model-client.ts";

/**
 * With three marks for the prompt cache: after the tools, after the instructions, and after the newest message, up to
 * which the next request will be the same. Marks move, what they mark does not.
 */
export function renderRequest(
  { instructions, tools }: { readonly instructions: string; readonly tools: readonly Anthropic.Tool[] },
  messages: readonly Anthropic.MessageParam[],
  { mayUseTools }: { readonly mayUseTools: boolean },
): ModelRequest {
  return {
    system: [marked({ type: "text" as const, text: instructions })],
    tools: tools.map((tool, index) => (index === tools.length - 1 ? marked(tool) : tool)),
    // Forcing a tool is refused by current models; forbidding all is not.
    tool_choice: { type: mayUseTools ? "auto" : "none" },
    messages: messages.map((message, index) => (index === messages.length - 1 ? markedMessage(message) : message)),
  };
}

function markedMessage(message: Anthropic.MessageParam): Anthropic.MessageParam {
  const { content } = message;
  const last = typeof content === "string" ? undefined : content.at(-1);
  if (last?.type !== "text" && last?.type !== "tool_result") return message;
  return { ...message, content: [...content.slice(0, -1), marked(last)] } as Anthropic.MessageParam;
}

function marked<Block extends object>(block: Block): Block & { cache_control: Anthropic.CacheControlEphemeral } {
  return { ...block, cache_control: { type: "ephemeral" } };
}
