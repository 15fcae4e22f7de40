import { randomBytes } from "node:crypto";
import { webhookSigner, webhookVerifier } from "../../adapters/kit/standard-webhooks.ts";
import { parseWebhookSecret } from "../../adapters/kit/webhook-secret.ts";

export interface Signing {
  /** As it stands in the environment. */
  readonly secret: string;
  readonly sign: ReturnType<typeof webhookSigner>;
  readonly verify: ReturnType<typeof webhookVerifier>;
}

export function createSigning(): Signing {
  const text = `whsec_${randomBytes(32).toString("base64")}`;
  const parsed = parseWebhookSecret(text);
  if (parsed.status === "invalid") throw new Error(`A secret of our own making is invalid: ${parsed.problem}`);
  return { secret: text, sign: webhookSigner([parsed.secret]), verify: webhookVerifier([parsed.secret]) };
}
