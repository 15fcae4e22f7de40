import {
  areAllUnset,
  type ConfigResult,
  type Environment,
  problemsOf,
  readOperatorUrl,
  readSecrets,
} from "../../kit/config-result.ts";
import type { WebhookSecret } from "../../kit/webhook-secret.ts";

export interface WebhookBotConfig {
  readonly id: string;
  /** Where turns are posted to. From the operator, so it may be a private host. */
  readonly url: string;
  /** Several while they are rotated: all of them sign. */
  readonly secrets: readonly WebhookSecret[];
  /** How long the agent may be silent: until its headers, and then between two pieces. Default 30,000. */
  readonly idleTimeoutMs?: number;
  /** Of a whole answer, streamed or not. Default 256 KiB. */
  readonly maxAnswerBytes?: number;
}

/** From BOT_WEBHOOK_URL and BOT_WEBHOOK_SECRET. */
export function readWebhookBotConfig(environment: Environment, id = "webhook"): ConfigResult<WebhookBotConfig> {
  if (areAllUnset(environment, ["BOT_WEBHOOK_URL", "BOT_WEBHOOK_SECRET"])) return { status: "absent" };
  const url = readOperatorUrl(environment, "BOT_WEBHOOK_URL");
  const secrets = readSecrets(environment, "BOT_WEBHOOK_SECRET");
  if (url.status === "problem" || secrets.status === "problem") {
    return { status: "invalid", problems: problemsOf([url, secrets]) };
  }
  return { status: "configured", config: { id, url: url.value, secrets: secrets.value } };
}
