/** Answers from a company's own help pages, without a key and without a network. */
import type { Bot, BotAnswer, BotTurn } from "../../../src/ports/bot.ts";
import type { KnowledgeBotConfig } from "./config.ts";
import { passagesOf } from "./passages.ts";
import { defaultPhrases, renderAnswer } from "./render.ts";
import { passageIndex } from "./search-passages.ts";
import { smallTalkOf } from "./small-talk.ts";

export type { KnowledgeBotConfig } from "./config.ts";

export function knowledgeBot({ id, pages, phrases, minConfidence = 0.45 }: KnowledgeBotConfig): Bot {
  const index = passageIndex(pages.flatMap(passagesOf));
  const words = { ...defaultPhrases, ...phrases };
  return { id, reply };

  async function* reply(turn: BotTurn, signal: AbortSignal): AsyncGenerator<string, BotAnswer, void> {
    signal.throwIfAborted();
    const question = turn.messages.findLast((message) => message.author === "customer")?.text ?? "";
    const smallTalk = smallTalkOf(question);
    if (smallTalk) return { text: words[smallTalk], proposals: [], topicSupported: null, confidence: null };
    const { passage, confidence } = index.best(question);
    const isKnown = passage !== null && confidence >= minConfidence;
    return {
      text: isKnown ? renderAnswer(passage, words) : words.unknown,
      proposals: [],
      topicSupported: isKnown,
      confidence,
    };
  }
}
