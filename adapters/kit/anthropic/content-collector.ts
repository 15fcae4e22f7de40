/**
 * Puts a message together from its stream's events. The SDK could, but it repairs broken tool input silently where it
 * can and drops the whole message where it cannot; here it stays as the model wrote it, for the caller to judge.
 */
import type { Anthropic } from "@anthropic-ai/sdk";

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** As the model wrote it: possibly no JSON at all. */
  readonly json: string;
}

export interface CollectedContent {
  /** To the letter what came, so that it can go back: thinking must not change. Broken tool input goes back empty. */
  readonly content: Anthropic.ContentBlockParam[];
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
}

export interface ContentCollector {
  take(event: Anthropic.RawMessageStreamEvent): void;
  content(): CollectedContent;
}

export function contentCollector(): ContentCollector {
  const blocks: Anthropic.ContentBlock[] = [];
  const inputs = new Map<number, string>();
  return { take, content };

  function take(event: Anthropic.RawMessageStreamEvent): void {
    if (event.type === "content_block_start") blocks[event.index] = { ...event.content_block };
    if (event.type !== "content_block_delta") return;
    const { index, delta } = event;
    const block = blocks[index];
    if (delta.type === "input_json_delta") inputs.set(index, (inputs.get(index) ?? "") + delta.partial_json);
    else if (block) append(block, delta);
  }

  function content(): CollectedContent {
    const present = blocks.flatMap((block, index) => (isEmptyText(block) ? [] : [withInput(block, inputs.get(index))]));
    const toolCalls = blocks.flatMap((block, index) => {
      if (block.type !== "tool_use") return [];
      return [{ id: block.id, name: block.name, json: inputs.get(index) ?? JSON.stringify(block.input ?? {}) }];
    });
    const text = blocks.map((block) => (block.type === "text" ? block.text : "")).join("");
    return { content: present, text, toolCalls };
  }
}

function append(block: Anthropic.ContentBlock, delta: Anthropic.RawContentBlockDelta): void {
  if (block.type === "text" && delta.type === "text_delta") block.text += delta.text;
  if (block.type === "text" && delta.type === "citations_delta")
    block.citations = [...(block.citations ?? []), delta.citation];
  if (block.type === "thinking" && delta.type === "thinking_delta") block.thinking += delta.thinking;
  if (block.type === "thinking" && delta.type === "signature_delta") block.signature = delta.signature;
}

/** The API takes no empty text back. */
function isEmptyText(block: Anthropic.ContentBlock): boolean {
  return block.type === "text" && block.text.trim() === "";
}

function withInput(block: Anthropic.ContentBlock, json: string | undefined): Anthropic.ContentBlockParam {
  if (json === undefined || !("input" in block)) return block;
  return { ...block, input: objectOf(json) } as Anthropic.ContentBlockParam;
}

function objectOf(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}
