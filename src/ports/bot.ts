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
}

export type BotProposal = { readonly type: "handoff"; readonly reason: string };

export class BotError extends Error {
  override readonly name = "BotError";
  readonly failure: BotFailure;
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
  constructor(
    message: string,
    options: { failure: BotFailure; retryable: boolean; retryAfterMs?: number | null; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.failure = options.failure;
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
