/** The only file of this notifier that talks to the network. */
import type { DeliveryResult } from "../../../src/ports/notifier.ts";
import { type CallTools, type Fetch, guardedFetch } from "../../kit/guarded-fetch.ts";
import { webhookSigner } from "../../kit/standard-webhooks.ts";
import { parseWebhookSecret } from "../../kit/webhook-secret.ts";
import { isDeclaredPrivate, policyFor } from "./check-endpoint.ts";
import type { WebhookNotifierConfig } from "./config.ts";

export interface WebhookTools extends CallTools {
  /** Reaches the public internet and nothing else, whatever a name resolves to. */
  readonly publicFetch: Fetch;
}

export interface NoticePost {
  readonly id: string;
  readonly url: string;
  /** Each signs; the newest first. */
  readonly secrets: readonly string[];
  readonly body: Uint8Array;
}

const maxResponseBytes = 64 * 1024;
const wantsNoMore = 410;

export function webhookClient(config: WebhookNotifierConfig, tools: WebhookTools) {
  const { timeoutMs = 10_000 } = config;

  return {
    async post({ id, url, secrets, body }: NoticePost, signal: AbortSignal): Promise<DeliveryResult> {
      const parsed = secrets.map(parseWebhookSecret).flatMap((each) => (each.status === "parsed" ? [each.secret] : []));
      if (parsed.length < secrets.length) return failed("Its secret is damaged. Give it a new one.");
      const signature = await webhookSigner(parsed)({ id, nowMs: tools.clock.now(), body });
      const fetch = isDeclaredPrivate(url, config) ? tools.fetch : tools.publicFetch;
      const result = await guardedFetch(
        { clock: tools.clock, fetch },
        {
          url,
          policy: policyFor(url, config),
          method: "POST",
          headers: { "content-type": "application/json", ...signature },
          body,
          timeoutMs,
          maxResponseBytes,
          // Any 2xx means accepted, whatever page comes with it.
          isBodyIgnored: true,
        },
        signal,
      );
      if (result.status === "ok") return { status: "delivered" };
      const { error, httpStatus, retryAfterMs } = result;
      if (httpStatus === wantsNoMore) return { status: "failed", isGone: true, error };
      // Everything else may be a mistake that somebody is about to mend: a route that is not deployed yet answers 404.
      if (result.status === "failed" && result.reason === "blocked") return failed(error);
      return { status: "retry", error, retryAfterMs };
    },
  };
}

function failed(error: string): DeliveryResult {
  return { status: "failed", isGone: false, error };
}
