/** Claude as the agent that answers: searches the help pages, uses the company's tools, and proposes a person. */
import type { Bot, BotAnswer, BotTurn } from "../../../src/ports/bot.ts";
import { modelClient } from "../../kit/anthropic/model-client.ts";
import { usageMeter } from "../../kit/anthropic/usage-meter.ts";
import type { CallTools } from "../../kit/guarded-fetch.ts";
import type { Knowledge } from "../../kit/knowledge/knowledge.ts";
import type { ClaudeBotConfig } from "./config.ts";
import { instructionsOf } from "./instructions.ts";
import { takeTurn } from "./take-turn.ts";
import { toolboxOf } from "./toolbox.ts";

export { type ClaudeBotConfig, readClaudeBotConfig } from "./config.ts";

export interface ClaudeBotTools extends CallTools {
  /** The help pages; `null`: there are none to search. */
  readonly knowledge: Knowledge | null;
}

export function claudeBot(config: ClaudeBotConfig, tools: ClaudeBotTools): Bot {
  const { id, model, maxToolRounds = 4 } = config;
  const parts = {
    client: modelClient(model, tools),
    toolbox: toolboxOf(config, tools),
    instructions: instructionsOf(config),
    maxToolRounds,
  };
  return { id, reply };

  async function* reply(turn: BotTurn, signal: AbortSignal): AsyncGenerator<string, BotAnswer, void> {
    signal.throwIfAborted();
    const answer = await takeTurn(parts, turn, usageMeter(model.model, model.prices), signal);
    // Not a word before the end is known: it may be a proposal or a refusal, and what was said cannot be unsaid.
    if (answer.text !== null) yield answer.text;
    signal.throwIfAborted();
    return answer;
  }
}
