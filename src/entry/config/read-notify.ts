import type { ConfigResult, Environment } from "../../../adapters/kit/config-result.ts";
import { optionalChoice } from "../../../adapters/kit/optional-setting.ts";
import { type EmailNotifierConfig, readEmailNotifierConfig } from "../../../adapters/notifiers/email/config.ts";
import { readSlackNotifierConfig, type SlackNotifierConfig } from "../../../adapters/notifiers/slack/index.ts";
import { readWebhookNotifierConfig, type WebhookNotifierConfig } from "../../../adapters/notifiers/webhook/index.ts";

/** How people are told outside of the product. */
export interface NotifyConfig {
  /** `null`: nobody is told this way. */
  readonly email: EmailNotifierConfig | null;
  readonly slack: SlackNotifierConfig | null;
  readonly webhook: WebhookNotifierConfig;
  /** Up to 200 redacted characters of the customer's last message go along. Default: none. */
  readonly showsExcerpt: boolean;
}

export function readNotify(environment: Environment): ConfigResult<NotifyConfig> {
  const email = readEmailNotifierConfig(environment);
  const slack = readSlackNotifierConfig(environment);
  const webhook = readWebhookNotifierConfig(environment);
  const excerpt = optionalChoice(environment, "BATON_NOTIFY_EXCERPT", ["true", "false", "yes", "no"]);
  const problems = [
    ...[email, slack, webhook].flatMap((read) => (read.status === "invalid" ? read.problems : [])),
    ...(excerpt.status === "problem" ? [excerpt.problem] : []),
  ];
  if (problems.length > 0) return { status: "invalid", problems };
  const config = {
    email: email.status === "configured" ? email.config : null,
    slack: slack.status === "configured" ? slack.config : null,
    webhook: webhook.status === "configured" ? webhook.config : { privateHosts: new Set<string>() },
    showsExcerpt: excerpt.status === "read" && (excerpt.value === "true" || excerpt.value === "yes"),
  };
  return { status: "configured", config };
}
