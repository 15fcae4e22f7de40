import { parseWebhookSecret, type WebhookSecret } from "../../../adapters/kit/webhook-secret.ts";

/** Secrets of the demo come out of the installation's own, so that every process and every restart has the same. */
async function derive(secret: string, purpose: string): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(`baton:${purpose}`)));
}

export async function demoWebhookSecret(secret: string): Promise<WebhookSecret> {
  const parsed = parseWebhookSecret(`whsec_${btoa(String.fromCharCode(...(await derive(secret, "demo-channel"))))}`);
  if (parsed.status === "invalid") throw new Error(`The demo's secret ${parsed.problem}`);
  return parsed.secret;
}

/** In hexadecimal, as the secret part of an API token is. */
export async function demoKeySecret(secret: string): Promise<string> {
  const bytes = await derive(secret, "demo-key");
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
