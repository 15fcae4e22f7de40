import { parseWebhookSecret, type WebhookSecret } from "../../../adapters/kit/webhook-secret.ts";

export const secretText = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
export const otherSecretText = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

export function webhookSecret(text: string): WebhookSecret {
  const parsed = parseWebhookSecret(text);
  if (parsed.status === "invalid") throw new Error(parsed.problem);
  return parsed.secret;
}
