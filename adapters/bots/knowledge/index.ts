/** Answers from a company's own help pages, without a key and without a network. */
import type { Bot, BotAnswer, BotTurn } from "../../../src/ports/bot.ts";
import { knowledgeOf } from "../../kit/knowledge/knowledge.ts";
import type { KnowledgeBotConfig } from "./config.ts";
import { phrasesFor } from "./phrases.ts";
import { renderAnswer } from "./render.ts";
import { smallTalkOf } from "./small-talk.ts";

export type { KnowledgeBotConfig, KnowledgePage } from "./config.ts";

export function knowledgeBot({ id, pages, phrases, minConfidence = 0.45 }: KnowledgeBotConfig): Bot {
  const knowledge = knowledgeOf(pages);
  return { id, reply };

  async function* reply(turn: BotTurn, signal: AbortSignal): AsyncGenerator<string, BotAnswer, void> {
    signal.throwIfAborted();
    const question = turn.messages.findLast((message) => message.author === "customer")?.text ?? "";
    const words = { ...phrasesFor(turn.locale, question), ...phrases };
    const smallTalk = smallTalkOf(question);
    if (smallTalk) return { ...plain, text: words[smallTalk] };
    const [found] = knowledge.search(question, 1);
    const confidence = found?.confidence ?? 0;
    const isKnown = found !== undefined && confidence >= minConfidence;
    const text = isKnown ? renderAnswer(found.passage, words) : words.unknown;
    return { ...plain, text, topicSupported: isKnown, confidence };
  }
}

const plain = { proposals: [], topicSupported: null, confidence: null, intents: [], usage: null } as const;
