/**
 * A tool of the company's own, over HTTP. The model chooses it and gives `input`, held against the tool's schema; who is
 * asking comes from the turn. A tool that fails is told to the model, which can still answer or ask for a person.
 */
import type { Anthropic } from "@anthropic-ai/sdk";
import * as z from "zod";
import type { BotToolCallBody } from "../../../../src/protocol/bot-webhook.ts";
import type { ToolCall } from "../../../kit/anthropic/content-collector.ts";
import { operatorUrls } from "../../../kit/check-url.ts";
import { cutText, dataBlock } from "../../../kit/data-block.ts";
import { type CallTools, guardedFetch } from "../../../kit/guarded-fetch.ts";
import { webhookSigner } from "../../../kit/standard-webhooks.ts";
import type { WebhookSecret } from "../../../kit/webhook-secret.ts";
import { type CompanyTool, inputSchemaOf } from "../company-tools-config.ts";
import { failedResult, readInput, type ToolContext, type ToolResult, type ToolUse } from "./tool-use.ts";

export interface CallableTool {
  readonly definition: Anthropic.Tool;
  read(call: ToolCall): ToolUse;
}

const timeoutMs = 10_000;
const maxResponseBytes = 64 * 1024;
/** What a model can still make sense of. */
const maxResultLength = 16_000;

export function companyTool(tool: CompanyTool, secrets: readonly WebhookSecret[], tools: CallTools): CallableTool {
  const schema = inputSchemaOf(tool.input).pipe(z.record(z.string(), z.unknown()));
  const sign = webhookSigner(secrets);
  return {
    definition: { name: tool.name, description: tool.description, input_schema: { ...tool.input } },
    read: (call) => {
      const parsed = readInput(call, schema);
      if (parsed.status === "refused") return { type: "malformed", detail: parsed.detail };
      return { type: "run", run: (context) => run(parsed.value, context) };
    },
  };

  async function run(input: Record<string, unknown>, { turn, callId, signal }: ToolContext): Promise<ToolResult> {
    const id = `${turn.id}.${callId}`;
    const body = new TextEncoder().encode(JSON.stringify(callBody(tool.name, id, input, turn)));
    const signature = await sign({ id, nowMs: tools.clock.now(), body });
    const headers = { "content-type": "application/json", accept: "application/json, text/plain", ...signature };
    const call = { url: tool.url, policy: operatorUrls, method: "POST", headers, body, timeoutMs } as const;
    const answer = await guardedFetch(tools, { ...call, maxResponseBytes }, signal);
    if (answer.status !== "ok") return failedResult(failureText(answer.reason, answer.httpStatus));
    const text = new TextDecoder().decode(answer.body);
    return { content: dataBlock("tool_answer", cutText(text, maxResultLength)), isError: false, confidence: null };
  }
}

function callBody(
  tool: string,
  id: string,
  input: Record<string, unknown>,
  turn: ToolContext["turn"],
): BotToolCallBody {
  return {
    type: "tool-call",
    timestamp: new Date(turn.messages.at(-1)?.at ?? 0).toISOString(),
    data: {
      id,
      tool,
      conversationId: turn.conversationId,
      channelId: turn.channelId,
      turnId: turn.id,
      locale: turn.locale,
      input,
    },
  };
}

/** Enough to decide what to do, without the address. */
function failureText(reason: string, httpStatus: number | null): string {
  return `The tool failed (${reason}${httpStatus === null ? "" : ` ${httpStatus}`}). Do not claim that it worked.`;
}
