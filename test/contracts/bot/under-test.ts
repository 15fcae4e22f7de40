import type { BotFailure } from "../../../src/core/conversation/event.ts";
import { type Bot, type BotAnswer, BotError, type BotTurn } from "../../../src/ports/bot.ts";

/** What a bot brings so that the contract can speak to it without knowing what is behind it. */
export interface BotUnderTest {
  readonly bot: Bot;
  /** Something a customer may write that the bot answers with a text and no proposal. */
  readonly question: string;
  /** Every way in which it can fail. */
  readonly failures: readonly BotFailureCase[];
  /** The kinds of failure it cannot have, each with the reason. */
  readonly cannot: Readonly<Partial<Record<BotFailure, string>>>;
  /** From now on no answer comes. `null`: the bot waits for nothing. */
  readonly hang: (() => void) | null;
  /** Keys and the like, which may show up nowhere. */
  readonly secrets: readonly string[];
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
    handedBack: null,
  };
}

/** A person had the conversation, and the customer writes again after they gave it back. */
export function handedBackTurn(text: string, note: string | null = null): BotTurn {
  const turn = turnWith(text);
  const told = "A colleague takes over now. I will be silent.";
  return {
    ...turn,
    messages: [
      ...turn.messages.slice(0, 2),
      { id: "shop_c1.m3", at: 1_795_000_002_000, author: "customer", text: "a person please" },
      { id: "shop_c1.m4", at: 1_795_000_003_000, author: "bot", text: told },
      { id: "shop_c1.m5", at: 1_795_000_004_000, author: "agent", text: "Hello, Kim here. It is all done." },
      { id: "shop_c1.m6", at: 1_795_000_009_000, author: "customer", text },
    ],
    handedBack: { at: 1_795_000_005_000, note },
  };
}

export interface Collected {
  readonly deltas: string[];
  readonly answer: BotAnswer;
}

export async function collect(reply: AsyncGenerator<string, BotAnswer, void>): Promise<Collected> {
  const deltas: string[] = [];
  for (;;) {
    const next = await reply.next();
    if (next.done) return { deltas, answer: next.value };
    deltas.push(next.value);
  }
}

export async function failureOf({ bot }: BotUnderTest, turn: BotTurn): Promise<BotError> {
  const error = await collect(bot.reply(turn, idle())).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BotError)) throw new Error("The bot did not fail with a BotError.", { cause: error });
  return error;
}

export function idle(): AbortSignal {
  return new AbortController().signal;
}
