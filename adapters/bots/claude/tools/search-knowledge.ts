import type { Anthropic } from "@anthropic-ai/sdk";
import * as z from "zod";
import type { ToolCall } from "../../../kit/anthropic/content-collector.ts";
import { dataBlock } from "../../../kit/data-block.ts";
import type { Knowledge } from "../../../kit/knowledge/knowledge.ts";
import { searchKnowledgeToolPrompt } from "../../../kit/prompts/all-prompts.ts";
import { renderPrompt } from "../../../kit/prompts/prompt.ts";
import { readInput, type ToolResult, type ToolUse } from "./tool-use.ts";

export const searchKnowledgeName = "search_knowledge";

const input = z.object({ query: z.string().min(1).max(1_000) });
const maxPassages = 5;
/** Below it a passage shares a word or two with the question by chance. */
const minConfidence = 0.25;

export const searchKnowledgeTool: Anthropic.Tool = {
  name: searchKnowledgeName,
  description: renderPrompt(searchKnowledgeToolPrompt, {}),
  input_schema: {
    type: "object",
    properties: { query: { type: "string", description: "What to look for, in the words of a help page." } },
    required: ["query"],
    additionalProperties: false,
  },
};

export function readSearch(call: ToolCall, knowledge: Knowledge): ToolUse {
  const parsed = readInput(call, input);
  if (parsed.status === "refused") return { type: "malformed", detail: parsed.detail };
  return { type: "run", run: async () => search(knowledge, parsed.value.query) };
}

function search(knowledge: Knowledge, query: string): ToolResult {
  const found = knowledge.search(query, maxPassages).filter(({ confidence }) => confidence >= minConfidence);
  const confidence = Math.max(0, ...found.map((entry) => entry.confidence));
  if (found.length === 0) return { content: nothing, isError: false, confidence };
  const pages = found.map(({ passage: { pageTitle, pageUrl, heading, text } }) =>
    dataBlock("help_page", text, { title: pageTitle, section: heading || null, link: pageUrl }),
  );
  return { content: pages.join("\n"), isError: false, confidence };
}

const nothing = "The help pages say nothing about it.";
