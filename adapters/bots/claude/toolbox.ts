/** All tools of one bot: what the model is told of them, and what a call of theirs turns out to be. */
import type { Anthropic } from "@anthropic-ai/sdk";
import type { ToolCall } from "../../kit/anthropic/content-collector.ts";
import type { CallTools } from "../../kit/guarded-fetch.ts";
import type { Knowledge } from "../../kit/knowledge/knowledge.ts";
import type { ClaudeBotConfig } from "./config.ts";
import { companyTool } from "./tools/company-tool.ts";
import { describeAnswerName, describeAnswerTool, readLabel } from "./tools/describe-answer.ts";
import { proposeHandoffName, proposeHandoffTool, readProposal } from "./tools/propose-handoff.ts";
import { readSearch, searchKnowledgeName, searchKnowledgeTool } from "./tools/search-knowledge.ts";
import type { ToolUse } from "./tools/tool-use.ts";

export interface Toolbox {
  readonly definitions: readonly Anthropic.Tool[];
  read(call: ToolCall): ToolUse;
}

/** It becomes part of a webhook's id. */
const callIdForm = /^[\w-]{1,128}$/;

export function toolboxOf(
  { companyTools, toolSecrets, intents }: ClaudeBotConfig,
  tools: CallTools & { readonly knowledge: Knowledge | null },
): Toolbox {
  const { knowledge } = tools;
  const callable = companyTools.map((tool) => companyTool(tool, toolSecrets, tools));
  const byName = new Map(callable.map((tool) => [tool.definition.name, tool]));
  const definitions = [
    ...(knowledge ? [searchKnowledgeTool] : []),
    ...callable.map(({ definition }) => definition),
    describeAnswerTool(intents),
    proposeHandoffTool,
  ];
  return { definitions, read };

  function read(call: ToolCall): ToolUse {
    if (!callIdForm.test(call.id)) return { type: "malformed", detail: "The call has no usable id." };
    if (call.name === proposeHandoffName) return readProposal(call);
    if (call.name === describeAnswerName) return readLabel(call, intents);
    if (call.name === searchKnowledgeName && knowledge) return readSearch(call, knowledge);
    return byName.get(call.name)?.read(call) ?? { type: "malformed", detail: "There is no such tool." };
  }
}
