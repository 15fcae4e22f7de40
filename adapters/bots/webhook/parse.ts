/** From the agent's bytes to an answer. Pure. Unknown fields are allowed, wrong types are `malformed`. */
import { type BotAnswer, BotError, type BotUsage } from "../../../src/ports/bot.ts";
import { type BotAnswerBody, type BotStreamLine, botAnswer, botStreamLine } from "../../../src/protocol/bot-webhook.ts";
import { parseJson } from "../../kit/parse-json.ts";

export function parseAnswer(bytes: Uint8Array, maxBytes: number): BotAnswer {
  const parsed = parseJson(bytes, { schema: botAnswer, maxBytes });
  if (parsed.status === "refused") throw malformed(parsed.detail);
  return answerOf(parsed.value);
}

export function parseStreamLine(bytes: Uint8Array, maxBytes: number): BotStreamLine {
  const parsed = parseJson(bytes, { schema: botStreamLine, maxBytes });
  if (parsed.status === "refused") throw malformed(parsed.detail);
  return parsed.value;
}

export function answerOf(body: BotAnswerBody): BotAnswer {
  return {
    text: visibleText(body.text ?? ""),
    proposals: (body.proposals ?? []).map(({ type, reason, note }) => ({ type, reason, note: note ?? null })),
    topicSupported: body.topicSupported ?? null,
    confidence: body.confidence ?? null,
    intents: body.intents ?? [],
    usage: usageOf(body.usage),
  };
}

function usageOf(usage: BotAnswerBody["usage"]): BotUsage | null {
  if (!usage) return null;
  const { model, inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens, costMicros } = usage;
  return {
    model,
    inputTokens,
    outputTokens,
    cacheReadTokens: cacheReadTokens ?? 0,
    cacheWriteTokens: cacheWriteTokens ?? 0,
    costMicros: costMicros ?? null,
  };
}

/** `null` when a customer would see nothing. */
function visibleText(text: string): string | null {
  const written = text.replaceAll("\0", "");
  return /[^\p{C}\p{Z}]/u.test(written) ? written : null;
}

/** Asking again would get the same answer: the turn's id is the same. */
export function malformed(detail: string): BotError {
  return new BotError(`The agent's answer is malformed. ${detail}`, { failure: "malformed", retryable: false });
}
