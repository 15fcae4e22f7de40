/** The company's own agent, behind a signed HTTP call. */
import { type Bot, type BotAnswer, BotError, type BotTurn } from "../../../src/ports/bot.ts";
import type { CallTools } from "../../kit/guarded-fetch.ts";
import { agentClient } from "./client.ts";
import type { WebhookBotConfig } from "./config.ts";
import { parseAnswer } from "./parse.ts";
import { readStream } from "./read-stream.ts";

export { readWebhookBotConfig, type WebhookBotConfig } from "./config.ts";

export function webhookBot(config: WebhookBotConfig, tools: CallTools): Bot {
  const client = agentClient(config, tools);
  return { id: config.id, reply };

  async function* reply(turn: BotTurn, signal: AbortSignal): AsyncGenerator<string, BotAnswer, void> {
    const answer = await client.ask(turn, signal);
    try {
      if (answer.isStream) return requireContent(yield* readStream(answer.chunks(), answer.maxBytes, signal));
      return requireContent(parseAnswer(await answer.whole(), answer.maxBytes));
    } finally {
      answer.end();
    }
  }
}

/** An answer that says and proposes nothing would leave the customer in silence (I11). */
function requireContent(answer: BotAnswer): BotAnswer {
  if (answer.text !== null || answer.proposals.length > 0) return answer;
  throw new BotError("The agent answered with neither text nor a proposal.", { failure: "empty", retryable: false });
}
