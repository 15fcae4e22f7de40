import { apiChannel } from "../../../../adapters/channels/api/index.ts";
import { webhookSigner } from "../../../../adapters/kit/standard-webhooks.ts";
import type { InboundRequest } from "../../../../src/ports/channel.ts";
import type { ChannelUnderTest, InboundOptions } from "../../../contracts/channel/under-test.ts";
import { openOutsideServer } from "../../kit/outside-server.ts";
import { otherSecretText, secretText, webhookSecret } from "../../kit/secrets.ts";

export const now = 1_795_000_000_000;

export async function makeSubject(): Promise<ChannelUnderTest> {
  const outside = await openOutsideServer();
  const config = { id: "shop.api", secrets: [webhookSecret(secretText)], replyUrl: outside.url, sendTimeoutMs: 600 };
  return {
    channel: apiChannel(config, { fetch, clock: { now: () => now } }),
    now,
    outside,
    inbound,
    signatureHeaders: ["webhook-id", "webhook-timestamp", "webhook-signature"],
    secretTexts: [secretText, secretText.slice(6)],
    echo: async ({ headers, body }) =>
      requestOf(new Headers(Object.entries(headers).map(([k, v]) => [k, String(v)])), body),
    idOf: ({ headers }) => String(headers["webhook-id"]),
    close: outside.close,
  };
}

export async function inbound(options: InboundOptions): Promise<InboundRequest> {
  const { key, kind = "message", hasUnknownFields, rawBody, signedAt = now, isSignedByStranger } = options;
  const unknown = hasUnknownFields ? { version: 2, extra: { deep: [1] } } : {};
  const data = { from: "customer-42", text: options.text, ...unknown };
  const body = rawBody ?? encode({ type: kind === "message" ? "message" : "typing", data, ...unknown });
  const sign = webhookSigner([webhookSecret(isSignedByStranger ? otherSecretText : secretText)]);
  return requestOf(new Headers(await sign({ id: key, nowMs: signedAt, body })), body);
}

export function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function requestOf(headers: Headers, body: Uint8Array): InboundRequest {
  return { method: "POST", url: new URL("https://baton.example/webhooks/shop.api"), headers, body, receivedAt: now };
}
