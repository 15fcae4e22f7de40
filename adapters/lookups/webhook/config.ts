import {
  areAllUnset,
  type ConfigResult,
  type Environment,
  problemsOf,
  readOperatorUrl,
  readSecrets,
} from "../../kit/config-result.ts";
import type { WebhookSecret } from "../../kit/webhook-secret.ts";

export interface WebhookLookupConfig {
  /** Where questions are posted to. From the operator, so it may be a private host. */
  readonly url: string;
  /** Several while they are rotated: all of them sign. */
  readonly secrets: readonly WebhookSecret[];
  /** For the whole call, in milliseconds. Default 1,500. */
  readonly timeoutMs?: number;
}

/** From BATON_LOOKUP_URL and BATON_LOOKUP_SECRET. */
export function readWebhookLookupConfig(environment: Environment): ConfigResult<WebhookLookupConfig> {
  if (areAllUnset(environment, ["BATON_LOOKUP_URL", "BATON_LOOKUP_SECRET"])) return { status: "absent" };
  const url = readOperatorUrl(environment, "BATON_LOOKUP_URL");
  const secrets = readSecrets(environment, "BATON_LOOKUP_SECRET");
  if (url.status === "problem" || secrets.status === "problem") {
    return { status: "invalid", problems: problemsOf([url, secrets]) };
  }
  return { status: "configured", config: { url: url.value, secrets: secrets.value } };
}
