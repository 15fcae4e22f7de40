import { type ClaudeBotConfig, type ClaudeBotTools, claudeBot } from "../../../../adapters/bots/claude/index.ts";
import type { ModelConfig } from "../../../../adapters/kit/anthropic/config.ts";
import type { BotAnswer, BotTurn } from "../../../../src/ports/bot.ts";
import { collect, idle } from "../../../contracts/bot/under-test.ts";
import type { ApiMessage } from "../../../support/anthropic/api-rules.ts";
import { streams } from "../../../support/anthropic/stream-answer.ts";
import type { AnthropicServer, ApiAnswer } from "../../../support/anthropic-server.ts";

export const now = 1_795_000_000_000;

export function modelAt(server: AnthropicServer, more: Partial<ModelConfig> = {}): ModelConfig {
  return {
    apiKey: { reveal: () => server.key },
    baseUrl: server.url,
    model: "claude-haiku-5-5",
    effort: null,
    maxTokens: 1_000,
    prices: {},
    idleTimeoutMs: 5_000,
    ...more,
  };
}

export function botAt(
  server: AnthropicServer,
  config: Partial<ClaudeBotConfig> = {},
  tools: Partial<ClaudeBotTools> = {},
) {
  const plain = { company: null, guidance: null, intents: [], companyTools: [], toolSecrets: [] };
  return claudeBot(
    { id: "claude", model: modelAt(server), ...plain, ...config },
    { fetch, clock: { now: () => now }, knowledge: null, ...tools },
  );
}

export async function answerOf(bot: ReturnType<typeof claudeBot>, turn: BotTurn): Promise<BotAnswer> {
  return (await collect(bot.reply(turn, idle()))).answer;
}

/** Repeats everything it was given: the worst a model can do with an injection. */
export const parrot: ApiAnswer = streams(({ body }) => [{ text: `You said: ${textOf(body.messages.at(-1))}` }]);

export function textOf(message: ApiMessage | undefined): string {
  return (message?.content ?? []).map((block) => block.text ?? block.content ?? "").join("\n");
}
