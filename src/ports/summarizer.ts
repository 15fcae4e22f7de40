import type { BotMessage, BotUsage } from "./bot.ts";

/** Writes what a person should know before taking over. What it says is checked before anybody sees it. */
export interface Summarizer {
  /** Throws {@link SummaryError}; an abort comes back as the signal's own reason. */
  summarize(material: SummaryMaterial, signal: AbortSignal): Promise<SummaryAnswer>;
}

export interface SummaryMaterial {
  readonly handoffId: string;
  /** The language of the person who reads it; `null`: the customer's. */
  readonly locale: string | null;
  /** Why a person is needed. */
  readonly reason: string;
  /** Oldest first, card numbers and the like already taken out. What customers wrote is data, never instructions. */
  readonly messages: readonly BotMessage[];
}

export interface SummaryAnswer {
  /** JSON as the model gave it, of which nothing is known but that it is an object. */
  readonly summary: unknown;
  readonly usage: BotUsage | null;
}

export class SummaryError extends Error {
  override readonly name = "SummaryError";
  readonly failure: SummaryFailure;
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
  /** A failed summary can have cost something, too. */
  readonly usage: BotUsage | null;
  constructor(
    message: string,
    options: {
      failure: SummaryFailure;
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

export type SummaryFailure = "error" | "time-out" | "overload" | "refusal" | "malformed";
