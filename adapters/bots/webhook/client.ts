/** The only file of this bot that talks to the network. */
import { BotError, type BotTurn } from "../../../src/ports/bot.ts";
import type { CallFailure } from "../../kit/call-failure.ts";
import { operatorUrls } from "../../kit/check-url.ts";
import { concatenate } from "../../kit/concatenate.ts";
import { type CallTools, failureOf, guardedOpen } from "../../kit/guarded-fetch.ts";
import { webhookSigner } from "../../kit/standard-webhooks.ts";
import type { WebhookBotConfig } from "./config.ts";
import { malformed } from "./parse.ts";
import { renderTurn } from "./render.ts";

const streamType = "application/x-ndjson";

export interface AgentAnswer {
  readonly isStream: boolean;
  readonly maxBytes: number;
  /** Each piece restarts the idle time; together they may not exceed the limit. */
  chunks(): AsyncGenerator<Uint8Array, void, void>;
  whole(): Promise<Uint8Array>;
  /** Must be called, also after success: closes the connection and stops the clock. */
  end(): void;
}

export interface AgentClient {
  ask(turn: BotTurn, signal: AbortSignal): Promise<AgentAnswer>;
}

export function agentClient(config: WebhookBotConfig, tools: CallTools): AgentClient {
  const { url, secrets, idleTimeoutMs = 30_000, maxAnswerBytes: maxBytes = 256 * 1024 } = config;
  const sign = webhookSigner(secrets);
  return { ask };

  async function ask(turn: BotTurn, signal: AbortSignal): Promise<AgentAnswer> {
    const body = renderTurn(turn);
    const signature = await sign({ id: turn.id, nowMs: tools.clock.now(), body });
    const headers = {
      "content-type": "application/json",
      accept: `${streamType}, application/json`,
      ...signature,
    };
    const opened = await guardedOpen(
      tools,
      { url, policy: operatorUrls, method: "POST", headers, body, timeoutMs: idleTimeoutMs },
      signal,
    );
    if (opened.status !== "open") throw errorOf(opened, signal);
    const { host, response, deadline } = opened;
    return { isStream: isStreamed(response), maxBytes, chunks, whole, end: deadline.end };

    async function* chunks(): AsyncGenerator<Uint8Array, void, void> {
      let length = 0;
      try {
        for await (const chunk of response.body ?? []) {
          length += chunk.length;
          if (length > maxBytes) throw malformed(`It is larger than ${maxBytes} bytes.`);
          deadline.pause();
          yield chunk;
          deadline.restart(idleTimeoutMs);
        }
      } catch (error) {
        throw error instanceof BotError ? error : errorOf(failureOf(error, { host, deadline, signal }), signal);
      }
    }

    async function whole(): Promise<Uint8Array> {
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks()) parts.push(chunk);
      return concatenate(parts);
    }
  }
}

function isStreamed(response: Response): boolean {
  return response.headers.get("content-type")?.toLowerCase().startsWith(streamType) ?? false;
}

/** An abort is the engine's own doing and goes back as it came; everything else is the agent's failure (I11). */
function errorOf(failure: CallFailure, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  const { httpStatus } = failure;
  const isOverload = httpStatus === 429 || httpStatus === 503 || httpStatus === 529;
  const isTimeOut = failure.reason === "time-out" || httpStatus === 408 || httpStatus === 504;
  return new BotError(failure.error, {
    failure: isOverload ? "overload" : isTimeOut ? "time-out" : "error",
    retryable: failure.status === "retry",
    retryAfterMs: failure.retryAfterMs,
  });
}
