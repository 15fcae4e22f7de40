/**
 * Signing and verifying after Standard Webhooks 1.0.0: HMAC-SHA256 over `{id}.{timestamp}.{raw body}`.
 * Works on the raw bytes and never looks into them (I13); the time is passed in.
 */
import { decodeBase64, type WebhookSecret } from "./webhook-secret.ts";

export interface SignedHeaders extends Record<string, string> {
  readonly "webhook-id": string;
  readonly "webhook-timestamp": string;
  readonly "webhook-signature": string;
}

export type WebhookVerdict =
  | { readonly status: "verified"; readonly id: string }
  | { readonly status: "refused"; readonly code: "unsigned" | "bad-signature" | "stale"; readonly detail: string };

export interface SignInput {
  /** The same over repetitions. */
  readonly id: string;
  /** Of this attempt, not of the event: the receiver refuses an old one. */
  readonly nowMs: number;
  readonly body: Uint8Array;
}

export interface VerifyInput {
  readonly headers: Headers;
  readonly nowMs: number;
  readonly body: Uint8Array;
}

const visibleAscii = /^[\x21-\x7e]{1,256}$/;
const unixSeconds = /^\d{1,12}$/;
const maxSignatureLength = 1024;
/** More than any rotation needs; each one costs an HMAC per secret. */
const maxSignatures = 5;
const encoder = new TextEncoder();

export function webhookSigner(secrets: readonly WebhookSecret[]): (input: SignInput) => Promise<SignedHeaders> {
  requireSecret(secrets);
  return async ({ id, nowMs, body }) => {
    if (!visibleAscii.test(id)) throw new Error("A webhook id must be 1 to 256 visible ASCII characters.");
    const timestamp = String(Math.floor(nowMs / 1000));
    const content = signedContent(id, timestamp, body);
    const signatures = await Promise.all(secrets.map(async (secret) => `v1,${await sign(secret, content)}`));
    return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
  };
}

export function webhookVerifier(
  secrets: readonly WebhookSecret[],
  { maxAgeSeconds = 300 }: { maxAgeSeconds?: number } = {},
): (input: VerifyInput) => Promise<WebhookVerdict> {
  requireSecret(secrets);
  return async ({ headers, nowMs, body }) => {
    const id = headers.get("webhook-id");
    const timestamp = headers.get("webhook-timestamp");
    const signature = headers.get("webhook-signature");
    if (!id) return refused("unsigned", "The header webhook-id is missing.");
    if (!timestamp) return refused("unsigned", "The header webhook-timestamp is missing.");
    if (!signature) return refused("unsigned", "The header webhook-signature is missing.");
    if (!visibleAscii.test(id)) {
      return refused("bad-signature", "The header webhook-id is not 1 to 256 visible ASCII characters.");
    }
    if (!unixSeconds.test(timestamp)) {
      return refused("bad-signature", "The header webhook-timestamp is not a time in whole seconds since 1970.");
    }
    if (signature.length > maxSignatureLength) {
      return refused("bad-signature", `The header webhook-signature is longer than ${maxSignatureLength} characters.`);
    }
    const ageSeconds = Math.floor(nowMs / 1000) - Number(timestamp);
    if (Math.abs(ageSeconds) > maxAgeSeconds) return refused("stale", staleDetail(ageSeconds, maxAgeSeconds));
    const content = signedContent(id, timestamp, body);
    for (const candidate of candidatesOf(signature)) {
      for (const secret of secrets) {
        // subtle.verify compares in constant time.
        if (await crypto.subtle.verify("HMAC", await secret.importKey(), candidate, content)) {
          return { status: "verified", id };
        }
      }
    }
    return refused("bad-signature", "No v1 signature in webhook-signature fits the body and a configured secret.");
  };
}

function requireSecret(secrets: readonly WebhookSecret[]): void {
  if (secrets.length === 0) throw new Error("Webhooks need at least one secret; without one nothing can be verified.");
}

function signedContent(id: string, timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = `${id}.${timestamp}.`;
  // Both are ASCII here: one byte each.
  const content = new Uint8Array(head.length + body.length);
  encoder.encodeInto(head, content);
  content.set(body, head.length);
  return content;
}

async function sign(secret: WebhookSecret, content: Uint8Array<ArrayBuffer>): Promise<string> {
  const signature = await crypto.subtle.sign("HMAC", await secret.importKey(), content);
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

function candidatesOf(header: string): Uint8Array<ArrayBuffer>[] {
  const candidates: Uint8Array<ArrayBuffer>[] = [];
  for (const part of header.split(" ")) {
    if (!part.startsWith("v1,") || candidates.length === maxSignatures) continue;
    const text = part.slice(3);
    const bytes = decodeBase64(text);
    // Base64 has several spellings of the same bytes; only the canonical one is a signature.
    if (bytes && btoa(String.fromCharCode(...bytes)) === text) candidates.push(bytes);
  }
  return candidates;
}

function staleDetail(ageSeconds: number, maxAgeSeconds: number): string {
  const distance = ageSeconds > 0 ? `${ageSeconds} s old` : `${-ageSeconds} s in the future`;
  return `webhook-timestamp is ${distance}; at most ${maxAgeSeconds} s either way is accepted. Check the sender's clock.`;
}

function refused(code: "unsigned" | "bad-signature" | "stale", detail: string): WebhookVerdict {
  return { status: "refused", code, detail };
}
