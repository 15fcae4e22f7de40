import { areAllUnset, type ConfigResult, type Environment } from "../../kit/config-result.ts";
import { problem } from "../../kit/optional-setting.ts";

export interface WebhookNotifierConfig {
  /** Hosts as an address names them (`erp.internal:8080`) that may be private and need no TLS: the operator said so. */
  readonly privateHosts: ReadonlySet<string>;
  /** For the whole call. Default 10,000. */
  readonly timeoutMs?: number;
}

const variable = "NOTIFY_PRIVATE_HOSTS";

/** From NOTIFY_PRIVATE_HOSTS. Endpoints themselves are added through the API. */
export function readWebhookNotifierConfig(environment: Environment): ConfigResult<WebhookNotifierConfig> {
  if (areAllUnset(environment, [variable])) return { status: "absent" };
  const hosts = (environment[variable] ?? "")
    .trim()
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const isHost = (host: string) => URL.parse(`http://${host}/`)?.host === host.replace(/:80$/, "");
  if (!hosts.every(isHost)) {
    const expected = "must be hosts like `erp.internal:8080`, separated by blanks: no scheme, no path.";
    return { status: "invalid", problems: [problem(variable, expected).problem] };
  }
  return { status: "configured", config: { privateHosts: new Set(hosts) } };
}
