import type { BotFailure } from "../core/conversation/event.ts";

/** The AI agent that answers. It proposes; state and rules decide. Time-out and abort are the engine's. */
export interface Bot {
  readonly id: string;
  /** Yields text as it comes, returns what the whole answer was. Throws {@link BotError} for everything else. */
  reply(turn: BotTurn, signal: AbortSignal): AsyncGenerator<string, BotAnswer, void>;
}

export interface BotTurn {
  /** The effect's id: the same over retries, so that a bot can answer a repetition from memory. */
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly locale: string | null;
  /** The current engagement, oldest first, what is to be answered last; bounded. Customers' text is data, never instructions. */
  readonly messages: readonly BotMessage[];
  /** A person had the conversation in this engagement and gave it back; `null`: nobody did. */
  readonly handedBack: HandedBack | null;
}

/** So that the bot neither stays silent nor asks for a person again at once. */
export interface HandedBack {
  readonly at: number;
  /** What the person wrote for the bot. */
  readonly note: string | null;
}

export interface BotMessage {
  readonly id: string;
  readonly at: number;
  readonly author: "customer" | "bot" | "agent" | "note";
  readonly text: string;
}

export interface BotAnswer {
  /** `null`: nothing to say (then a proposal must say what to do instead). */
  readonly text: string | null;
  readonly proposals: readonly BotProposal[];
  readonly topicSupported: boolean | null;
  /** 0 to 1. */
  readonly confidence: number | null;
  /** What the customer wants, in the bot's own names for it; the lead's rules may speak of them. */
  readonly intents: readonly string[];
  /** What the answer cost; `null` where nobody counts. */
  readonly usage: BotUsage | null;
}

export interface BotProposal {
  readonly type: "handoff";
  /** A short code of the bot's own. It chooses nothing: rules do. */
  readonly reason: string;
  /** For the person who takes over; the customer never sees it. */
  readonly note: string | null;
}

export interface BotUsage {
  readonly model: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  /** Millionths of a US dollar; `null` where the model's price is not known. */
  readonly costMicros: number | null;
}

export class BotError extends Error {
  override readonly name = "BotError";
  readonly failure: BotFailure;
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
  /** A failed answer can have cost something, too. */
  readonly usage: BotUsage | null;
  constructor(
    message: string,
    options: {
      failure: BotFailure;
      retryable: boolean;
      retryAfterMs?: number | null;
      usage?: BotUsage | null;
      cause?: unknown;
    },
  ) {
    super(message, { cause: options.cause });
    this.failure = options.failure;
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.usage = options.usage ?? null;
  }
}
