/**
 * Claude behind one call: a request goes out, its stream is read to the end, every failure is a {@link ModelFailure}.
 * No server-side threads and no sampling parameters: the history goes out whole, and the API refuses the others.
 */
import type { Anthropic } from "@anthropic-ai/sdk";
import { BaseAnthropic } from "@anthropic-ai/sdk/client";
import { Messages } from "@anthropic-ai/sdk/resources/messages";
import { circuitBreaker } from "../circuit-breaker.ts";
import { startDeadline } from "../deadline.ts";
import type { CallTools } from "../guarded-fetch.ts";
import { boundedFetch } from "./bounded-fetch.ts";
import type { ModelConfig } from "./config.ts";
import { ModelFailure, modelFailureOf, silenceFailure } from "./model-failure.ts";
import type { TokenCounts } from "./prices.ts";
import { type ModelRound, readRound } from "./read-round.ts";
import type { UsageMeter } from "./usage-meter.ts";

export type ModelRequest = Omit<Anthropic.MessageCreateParamsStreaming, "model" | "max_tokens" | "stream">;

export interface ModelClient {
  /** An abort throws the signal's own reason. The meter learns what it cost, also when it failed. */
  ask(request: ModelRequest, meter: UsageMeter, signal: AbortSignal): Promise<ModelRound>;
}

export function modelClient(config: ModelConfig, tools: CallTools): ModelClient {
  const { model, maxTokens, idleTimeoutMs = 30_000 } = config;
  const messages = connect(config, tools);
  const breaker = circuitBreaker(config.breaker ?? {}, tools.clock);
  return { ask };

  async function ask(request: ModelRequest, meter: UsageMeter, signal: AbortSignal): Promise<ModelRound> {
    signal.throwIfAborted();
    const entry = breaker.enter();
    if (entry.status === "open") throw pausedFailure(entry.retryAfterMs);
    try {
      const round = await send(request, meter, signal);
      entry.passage.succeed();
      return round;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      // A refused request was answered: whoever refuses is up.
      if (error instanceof ModelFailure && error.retryable) entry.passage.fail();
      else entry.passage.succeed();
      throw error;
    } finally {
      entry.passage.leave();
    }
  }

  async function send(request: ModelRequest, meter: UsageMeter, signal: AbortSignal): Promise<ModelRound> {
    const body = { ...withEffort(request, config), model, max_tokens: maxTokens, stream: true } as const;
    const deadline = startDeadline(idleTimeoutMs, signal);
    let counts: TokenCounts | null = null;
    const onPiece = () => deadline.restart(idleTimeoutMs);
    const onCounts = (known: TokenCounts) => {
      counts = known;
    };
    try {
      const stream = await messages.create(body, { signal: deadline.signal });
      return await readRound(stream, { onPiece, onCounts });
    } catch (error) {
      throw deadline.hasPassed() ? silenceFailure() : modelFailureOf(error, tools.clock.now());
    } finally {
      deadline.end();
      if (counts) meter.add(counts);
    }
  }
}

/** Messages alone: the whole client brings everything else the API can do, into the Worker as well. */
function connect({ apiKey, baseUrl = "https://api.anthropic.com" }: ModelConfig, { fetch }: CallTools): Messages {
  const client = new BaseAnthropic({
    apiKey: apiKey.reveal(),
    // Said outright, so that the SDK reads nothing from the environment by itself.
    baseURL: baseUrl,
    webhookKey: null,
    fetch: boundedFetch(fetch),
    maxRetries: 1,
    // Its debug lines hold whole requests (I15).
    logLevel: "off",
    openTelemetry: false,
  });
  return new Messages(client);
}

function withEffort(request: ModelRequest, { effort }: ModelConfig): ModelRequest {
  return effort === null ? request : { ...request, output_config: { ...request.output_config, effort } };
}

/** Not to be tried again: by then a person has been waited for as long as the bot. */
function pausedFailure(retryAfterMs: number): ModelFailure {
  return new ModelFailure("Claude has failed several times in a row and is not asked for a while.", {
    failure: "overload",
    retryable: false,
    retryAfterMs,
  });
}
