import type { Anthropic } from "@anthropic-ai/sdk";
import * as z from "zod";
import type { ToolCall } from "../../../kit/anthropic/content-collector.ts";
import { proposeHandoffToolPrompt } from "../../../kit/prompts/all-prompts.ts";
import { renderPrompt } from "../../../kit/prompts/prompt.ts";
import { readInput, type ToolUse } from "./tool-use.ts";

export const proposeHandoffName = "propose_handoff";

/** Why, and nothing else: no queue, team, priority or customer stands here for anybody to talk the model into. */
const reasons = [
  "customer-asks",
  "cannot-answer",
  "action-needed",
  "no-progress",
  "upset",
  "sensitive",
  "other",
] as const;

const input = z.object({ reason: z.enum(reasons), note: z.string().max(4_000).nullish() });

export const proposeHandoffTool: Anthropic.Tool = {
  name: proposeHandoffName,
  description: renderPrompt(proposeHandoffToolPrompt, {}),
  input_schema: {
    type: "object",
    properties: {
      reason: { type: "string", enum: [...reasons] },
      note: { type: "string", description: "For the colleague: at most a few sentences." },
    },
    required: ["reason", "note"],
    additionalProperties: false,
  },
};

export function readProposal(call: ToolCall): ToolUse {
  const parsed = readInput(call, input);
  if (parsed.status === "refused") return { type: "malformed", detail: parsed.detail };
  const { reason, note } = parsed.value;
  return { type: "handoff", proposal: { type: "handoff", reason, note: note?.toWellFormed().trim() || null } };
}
