/** One request's stream, read into what its callers work with. */
import type { Anthropic } from "@anthropic-ai/sdk";
import { type CollectedContent, contentCollector } from "./content-collector.ts";
import { ModelFailure } from "./model-failure.ts";
import type { TokenCounts } from "./prices.ts";

export interface ModelRound extends CollectedContent {
  readonly stopReason: Anthropic.StopReason | null;
}

/** `onCounts` hears of tokens as soon as they are known, so that a stream that breaks off has its price, too. */
export async function readRound(
  stream: AsyncIterable<Anthropic.RawMessageStreamEvent>,
  { onPiece, onCounts }: { onPiece: () => void; onCounts: (counts: TokenCounts) => void },
): Promise<ModelRound> {
  const collector = contentCollector();
  let counts = noTokens;
  let stopReason: Anthropic.StopReason | null = null;
  let isWhole = false;
  for await (const event of stream) {
    onPiece();
    collector.take(event);
    if (event.type === "message_start" || event.type === "message_delta") {
      counts = countsOf(event.type === "message_start" ? event.message.usage : event.usage, counts);
      onCounts(counts);
    }
    if (event.type === "message_delta") stopReason = event.delta.stop_reason;
    if (event.type === "message_stop") isWhole = true;
  }
  if (!isWhole) throw new ModelFailure("Claude's answer broke off.", { failure: "error", retryable: true });
  return { ...collector.content(), stopReason };
}

const noTokens: TokenCounts = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };

/** Every report is about the whole message so far; what it leaves out has not changed. */
function countsOf(usage: Anthropic.Usage | Anthropic.MessageDeltaUsage, before: TokenCounts): TokenCounts {
  return {
    inputTokens: usage.input_tokens ?? before.inputTokens,
    outputTokens: usage.output_tokens,
    cacheReadTokens: usage.cache_read_input_tokens ?? before.cacheReadTokens,
    cacheWriteTokens: usage.cache_creation_input_tokens ?? before.cacheWriteTokens,
  };
}
