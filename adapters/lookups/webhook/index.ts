/** The company's own system, asked by a signed HTTP call. */
import type { CustomerLookup } from "../../../src/ports/customer-lookup.ts";
import type { CallTools } from "../../kit/guarded-fetch.ts";
import { lookupClient } from "./client.ts";
import type { WebhookLookupConfig } from "./config.ts";
import { parseAnswer } from "./parse.ts";

export { readWebhookLookupConfig, type WebhookLookupConfig } from "./config.ts";

export function webhookLookup(config: WebhookLookupConfig, tools: CallTools): CustomerLookup {
  const ask = lookupClient(config, tools);
  return {
    async lookUp(question, signal) {
      const result = await ask(question, signal);
      if (result.status === "ok") return parseAnswer(result.body);
      if (signal.aborted) throw signal.reason;
      return result.httpStatus === 404 ? { status: "unknown" } : { status: "failed", error: result.error };
    },
  };
}
