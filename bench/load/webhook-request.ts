import { createHmac } from "node:crypto";

export interface WebhookRequests {
  /** The bytes of a signed POST with a new id; without a text, with one that nobody has sent yet. */
  next(address: string, text?: string): Buffer;
}

const padding =
  "I ordered the blue rain jacket last week and the parcel still has not moved since Tuesday evening. ".repeat(2);

/**
 * About 300 characters of text, as a customer writes. Each asks about another order: whoever asks the same again and again
 * is handed to a person, and no bot answers any more.
 */
function usualText(number: number): string {
  return `Hello, this is about order ${100_000 + number}. ${padding}Could you look up where it is?`;
}

/** Signed with node:crypto: measured beside the server, so it has to be cheap. */
export function createWebhookRequests({ path, secret }: { path: string; secret: string }): WebhookRequests {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const run = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  let count = 0;
  return {
    next(address, text) {
      count += 1;
      const id = `${run}-${count}`;
      const now = new Date();
      const body = JSON.stringify({
        type: "message",
        timestamp: now.toISOString(),
        data: { from: address, text: text ?? usualText(count), name: "Anna Example", locale: "en" },
      });
      const seconds = Math.floor(now.getTime() / 1000);
      const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
      return Buffer.from(
        `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n` +
          `content-length: ${Buffer.byteLength(body)}\r\nwebhook-id: ${id}\r\nwebhook-timestamp: ${seconds}\r\n` +
          `webhook-signature: v1,${signature}\r\n\r\n${body}`,
      );
    },
  };
}
