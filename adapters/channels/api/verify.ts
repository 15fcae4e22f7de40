import type { InboundRequest, Received } from "../../../src/ports/channel.ts";
import { webhookVerifier } from "../../kit/standard-webhooks.ts";
import { type ApiChannelConfig, maxBodyBytes } from "./config.ts";

export type Verdict =
  | { readonly status: "verified"; readonly id: string }
  | Extract<Received, { readonly status: "refused" }>;

/** Looks at method, size, headers and raw bytes, never into the body (I13). */
export function requestVerifier({ secrets }: ApiChannelConfig): (request: InboundRequest) => Promise<Verdict> {
  const verify = webhookVerifier(secrets);
  return async ({ method, headers, body, receivedAt }) => {
    if (method !== "POST") return { status: "refused", code: "unsigned", detail: "Only a signed POST is accepted." };
    if (body.length > maxBodyBytes) {
      return { status: "refused", code: "too-large", detail: `The body is larger than ${maxBodyBytes} bytes.` };
    }
    return verify({ headers, body, nowMs: receivedAt });
  };
}
