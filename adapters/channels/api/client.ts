/** The only file of this channel that talks to the network. */
import type { OutboundMessage, SendResult } from "../../../src/ports/channel.ts";
import { operatorUrls } from "../../kit/check-url.ts";
import { type CallTools, guardedFetch } from "../../kit/guarded-fetch.ts";
import { webhookSigner } from "../../kit/standard-webhooks.ts";
import type { ApiChannelConfig } from "./config.ts";
import { renderBody } from "./render.ts";

const maxResponseBytes = 64 * 1024;

export interface ApiClient {
  send(message: OutboundMessage, signal: AbortSignal): Promise<SendResult>;
}

export function apiClient(
  { secrets, replyUrl, sendTimeoutMs = 15_000 }: ApiChannelConfig,
  tools: CallTools,
): ApiClient {
  const sign = webhookSigner(secrets);
  return { send };

  async function send(message: OutboundMessage, signal: AbortSignal): Promise<SendResult> {
    const body = renderBody(message);
    const signature = await sign({ id: message.id, nowMs: tools.clock.now(), body });
    const result = await guardedFetch(
      tools,
      {
        url: replyUrl,
        policy: operatorUrls,
        method: "POST",
        headers: { "content-type": "application/json", ...signature },
        body,
        timeoutMs: sendTimeoutMs,
        maxResponseBytes,
        // Any 2xx means accepted; whatever page comes with it must not turn a delivered message into a failed one.
        isBodyIgnored: true,
      },
      signal,
    );
    if (result.status === "ok") return { status: "sent", providerId: null };
    if (result.status === "failed") return { status: "failed", error: result.error };
    const { error, retryAfterMs, mayHaveArrived } = result;
    return { status: "retry", error, retryAfterMs, mayHaveArrived };
  }
}
