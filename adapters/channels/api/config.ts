import {
  areAllUnset,
  type ConfigResult,
  type Environment,
  readOperatorUrl,
  readSecrets,
} from "../../kit/config-result.ts";
import { optionalChoice } from "../../kit/optional-setting.ts";
import { readAll } from "../../kit/read-all.ts";
import type { WebhookSecret } from "../../kit/webhook-secret.ts";

export interface ApiChannelConfig {
  /** `{workspace}.{name}`. */
  readonly id: string;
  /** Of both directions. Several while they are rotated: any of them verifies, all of them sign. */
  readonly secrets: readonly WebhookSecret[];
  /** Where answers are posted to. From the operator, so it may be a private host. */
  readonly replyUrl: string;
  /** Customers see the conversation while it goes on, as in a chat. Default: no. */
  readonly hasPresence?: boolean;
  /** How long one post may take. Default 15,000. */
  readonly sendTimeoutMs?: number;
}

export const maxBodyBytes = 256 * 1024;

/** From API_SECRET, API_REPLY_URL and API_PRESENCE. */
export function readApiChannelConfig(environment: Environment, id: string): ConfigResult<ApiChannelConfig> {
  if (areAllUnset(environment, ["API_SECRET", "API_REPLY_URL"])) return { status: "absent" };
  const read = readAll({
    secrets: readSecrets(environment, "API_SECRET"),
    replyUrl: readOperatorUrl(environment, "API_REPLY_URL"),
    presence: optionalChoice(environment, "API_PRESENCE", ["yes", "no"]),
  });
  if (read.status === "invalid") return read;
  const { secrets, replyUrl, presence } = read.value;
  return { status: "configured", config: { id, secrets, replyUrl, hasPresence: presence === "yes" } };
}
