import type { BotFailure } from "../../../src/core/conversation/event.ts";
import type { Bot, BotTurn } from "../../../src/ports/bot.ts";

/** What a bot brings so that the contract can speak to it without knowing what is behind it. */
export interface BotUnderTest {
  readonly bot: Bot;
  /** Something a customer may write that the bot answers with a text and no proposal. */
  readonly question: string;
  /** Every way in which it can fail. */
  readonly failures: readonly BotFailureCase[];
  /** From now on no answer comes. `null`: the bot waits for nothing. */
  readonly hang: (() => void) | null;
  close(): Promise<void>;
}

export interface BotFailureCase {
  readonly name: string;
  readonly arrange: () => void;
  /** What the customer writes; default: the question. */
  readonly text?: string;
  readonly failure: BotFailure;
  readonly retryable: boolean;
}

export interface BotCase {
  readonly name: string;
  readonly run: (subject: BotUnderTest) => Promise<void>;
}

export function turnWith(text: string, id = "turn-1"): BotTurn {
  return {
    id,
    conversationId: "shop_c1",
    channelId: "shop.api",
    locale: "en",
    messages: [
      { id: "shop_c1.m1", at: 1_795_000_000_000, author: "customer", text: "hello" },
      { id: "shop_c1.m2", at: 1_795_000_001_000, author: "bot", text: "Hello! What can I do for you?" },
      { id: "shop_c1.m3", at: 1_795_000_002_000, author: "customer", text },
    ],
  };
}
