import type { Anthropic } from "@anthropic-ai/sdk";
import * as z from "zod";
import type { ToolCall } from "../../../kit/anthropic/content-collector.ts";
import { describeAnswerToolPrompt } from "../../../kit/prompts/all-prompts.ts";
import { renderPrompt } from "../../../kit/prompts/prompt.ts";
import { readInput, type ToolUse } from "./tool-use.ts";

export const describeAnswerName = "describe_answer";

const input = z.object({ answered: z.boolean(), intents: z.array(z.string()).nullish() });

export function describeAnswerTool(intents: readonly string[]): Anthropic.Tool {
  const hasIntents = intents.length > 0;
  const answered = { type: "boolean" };
  const named = { type: "array", items: { type: "string", enum: [...intents] } };
  return {
    name: describeAnswerName,
    description: renderPrompt(describeAnswerToolPrompt, {
      when: hasIntents ? "Call it with every answer." : "Call it only when `answered` is false.",
      intents: hasIntents ? "`intents` names what the customer wants, none if no name fits." : "",
    }),
    input_schema: {
      type: "object",
      properties: hasIntents ? { answered, intents: named } : { answered },
      required: hasIntents ? ["answered", "intents"] : ["answered"],
      additionalProperties: false,
    },
  };
}

/** Only names that the operator gave count: rules speak of them. */
export function readLabel(call: ToolCall, intents: readonly string[]): ToolUse {
  const parsed = readInput(call, input);
  if (parsed.status === "refused") return { type: "label", label: null };
  const named = parsed.value.intents ?? [];
  return {
    type: "label",
    label: { isAnswered: parsed.value.answered, intents: intents.filter((intent) => named.includes(intent)) },
  };
}
