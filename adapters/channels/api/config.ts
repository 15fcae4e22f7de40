import {
  areAllUnset,
  type ConfigResult,
  type Environment,
  problemsOf,
  readOperatorUrl,
  readSecrets,
} from "../../kit/config-result.ts";
import type { WebhookSecret } from "../../kit/webhook-secret.ts";

export interface ApiChannelConfig {
  /** `{workspace}.{name}`. */
  readonly id: string;
  /** Of both directions. Several while they are rotated: any of them verifies, all of them sign. */
  readonly secrets: readonly WebhookSecret[];
  /** Where answers are posted to. From the operator, so it may be a private host. */
  readonly replyUrl: string;
  /** How long one post may take. Default 15,000. */
  readonly sendTimeoutMs?: number;
}

export const maxBodyBytes = 256 * 1024;

/** From API_SECRET and API_REPLY_URL. */
export function readApiChannelConfig(environment: Environment, id: string): ConfigResult<ApiChannelConfig> {
  if (areAllUnset(environment, ["API_SECRET", "API_REPLY_URL"])) return { status: "absent" };
  const secrets = readSecrets(environment, "API_SECRET");
  const replyUrl = readOperatorUrl(environment, "API_REPLY_URL");
  if (secrets.status === "problem" || replyUrl.status === "problem") {
    return { status: "invalid", problems: problemsOf([secrets, replyUrl]) };
  }
  return { status: "configured", config: { id, secrets: secrets.value, replyUrl: replyUrl.value } };
}
