/** Runs what the model called, and says so in its words: every call gets a result, or the API refuses the next request. */
import type { Anthropic } from "@anthropic-ai/sdk";
import type { BotTurn } from "../../../src/ports/bot.ts";
import type { NamedUse } from "./read-outcome.ts";
import { failedResult, type ToolResult } from "./tools/tool-use.ts";

export interface UsedTools {
  readonly results: Anthropic.ToolResultBlockParam[];
  /** The best a search has found; `null`: nothing was searched. */
  readonly confidence: number | null;
}

const maxCallsAtOnce = 8;

export async function useTools(uses: readonly NamedUse[], turn: BotTurn, signal: AbortSignal): Promise<UsedTools> {
  const used = await Promise.all(
    uses.map(async (named, index) => ({
      callId: named.callId,
      result: index < maxCallsAtOnce ? await resultOf(named, turn, signal) : failedResult("Too many calls at once."),
    })),
  );
  const found = used.flatMap(({ result }) => result.confidence ?? []);
  return {
    results: used.map(({ callId, result }) => resultBlock(callId, result)),
    confidence: found.length === 0 ? null : Math.max(...found),
  };
}

async function resultOf({ callId, use }: NamedUse, turn: BotTurn, signal: AbortSignal): Promise<ToolResult> {
  switch (use.type) {
    case "label":
      return { content: "Noted. Now write your answer to the customer.", isError: false, confidence: null };
    case "malformed":
      return failedResult(`${use.detail} Call it again as it is described.`);
    case "run":
      return use.run({ turn, callId, signal });
  }
}

function resultBlock(callId: string, { content, isError }: ToolResult): Anthropic.ToolResultBlockParam {
  return { type: "tool_result", tool_use_id: callId, content, ...(isError ? { is_error: true } : {}) };
}
