import type { CallFailure } from "../../adapters/kit/call-failure.ts";
import { foreignUrls } from "../../adapters/kit/check-url.ts";
import { type CallTools, guardedFetch } from "../../adapters/kit/guarded-fetch.ts";
import { webhookSigner } from "../../adapters/kit/standard-webhooks.ts";
import type { WebhookSecret } from "../../adapters/kit/webhook-secret.ts";
import type { PostAnswer, SignedPost } from "../engine/routing/signed-post.ts";

/** Signed after Standard Webhooks. The address comes from a lead, so it may not lead into the operator's own network. */
export function createSignedPost(secrets: readonly WebhookSecret[], tools: CallTools): SignedPost {
  const sign = webhookSigner(secrets);
  return async ({ id, url, body, timeoutMs, maxAnswerBytes }, signal) => {
    const signature = await sign({ id, nowMs: tools.clock.now(), body });
    const headers = { "content-type": "application/json", accept: "application/json", ...signature };
    const call = { url, policy: foreignUrls, method: "POST", headers, body, timeoutMs } as const;
    const result = await guardedFetch(tools, { ...call, maxResponseBytes: maxAnswerBytes }, signal);
    return result.status === "ok" ? { status: "answered", body: result.body } : { status: kindOf(result, signal) };
  };
}

function kindOf({ reason }: CallFailure, signal: AbortSignal): Exclude<PostAnswer["status"], "answered"> {
  if (reason === "time-out" || (reason === "aborted" && signal.reason?.name === "TimeoutError")) return "timed-out";
  return reason === "blocked" || reason === "answered" ? "refused" : "failed";
}
