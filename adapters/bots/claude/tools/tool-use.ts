/** What a call of a tool turns out to be, once it is held against what that tool takes. */
import type * as z from "zod";
import type { BotProposal, BotTurn } from "../../../../src/ports/bot.ts";
import type { ToolCall } from "../../../kit/anthropic/content-collector.ts";
import { type ParsedJson, parseJson } from "../../../kit/parse-json.ts";

export type ToolUse =
  | { readonly type: "handoff"; readonly proposal: BotProposal }
  /** `null`: unreadable, and not worth asking again. */
  | { readonly type: "label"; readonly label: AnswerLabel | null }
  | { readonly type: "run"; readonly run: (context: ToolContext) => Promise<ToolResult> }
  | { readonly type: "malformed"; readonly detail: string };

export interface AnswerLabel {
  readonly isAnswered: boolean;
  readonly intents: readonly string[];
}

/** Where a tool gets its facts about who is asking: from the turn, never from the model. */
export interface ToolContext {
  readonly turn: BotTurn;
  readonly callId: string;
  readonly signal: AbortSignal;
}

export interface ToolResult {
  /** For the model, as data. */
  readonly content: string;
  readonly isError: boolean;
  /** How much of the question a search has found; `null` for what is no search. */
  readonly confidence: number | null;
}

const maxInputBytes = 16 * 1024;

export function readInput<Schema extends z.ZodType>({ json }: ToolCall, schema: Schema): ParsedJson<z.output<Schema>> {
  return parseJson(new TextEncoder().encode(json.trim() || "{}"), { schema, maxBytes: maxInputBytes, maxDepth: 16 });
}

export function failedResult(content: string): ToolResult {
  return { content, isError: true, confidence: null };
}
