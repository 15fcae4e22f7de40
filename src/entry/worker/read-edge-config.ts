import { problemAbout } from "../config/read-setting.ts";
import { type ConfigRead, readConfig } from "../config.ts";
import { settingsOf } from "./bindings.ts";

/** What works elsewhere and not here is said at the start, not when the first mail should have left. */
export function readEdgeConfig(env: object): ConfigRead {
  const read = readConfig(settingsOf(env));
  if (read.status === "invalid" || read.config.notify.email === null) return read;
  const noMail = "cannot be used at the edge, which has no SMTP. Remove it, and tell people by Slack or a webhook.";
  return { status: "invalid", problems: [problemAbout("NOTIFY_SMTP_URL", noMail)] };
}
