/** The only file of this look-up that talks to the network. */
import type { LookupQuestion } from "../../../src/ports/customer-lookup.ts";
import { operatorUrls } from "../../kit/check-url.ts";
import { type CallResult, type CallTools, guardedFetch } from "../../kit/guarded-fetch.ts";
import { webhookSigner } from "../../kit/standard-webhooks.ts";
import type { WebhookLookupConfig } from "./config.ts";
import { maxAnswerBytes } from "./parse.ts";
import { renderQuestion } from "./render.ts";

export function lookupClient({ url, secrets, timeoutMs = 1_500 }: WebhookLookupConfig, tools: CallTools) {
  const sign = webhookSigner(secrets);
  return async (question: LookupQuestion, signal: AbortSignal): Promise<CallResult> => {
    const body = renderQuestion(question);
    const signature = await sign({ id: question.id, nowMs: tools.clock.now(), body });
    const headers = { "content-type": "application/json", accept: "application/json", ...signature };
    const call = { url, policy: operatorUrls, method: "POST", headers, body, timeoutMs } as const;
    return guardedFetch(tools, { ...call, maxResponseBytes: maxAnswerBytes }, signal);
  };
}
