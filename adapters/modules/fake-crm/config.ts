import { areAllUnset, type ConfigResult, type Environment, readOperatorUrl } from "../../kit/config-result.ts";
import { optionalText } from "../../kit/optional-setting.ts";
import { readAll } from "../../kit/read-all.ts";

export interface FakeCrmConfig {
  /** Where its API begins. */
  readonly url: string;
  /** Sent as a bearer token; `null`: none. */
  readonly token: string | null;
  /** For each call. Default 10,000. */
  readonly timeoutMs?: number;
}

const names = { url: "FAKE_CRM_URL", token: "FAKE_CRM_TOKEN" } as const;
const tokenForm = { maxLength: 500, pattern: /^[\x21-\x7e]+$/, expected: "must be visible ASCII without blanks" };

/** From FAKE_CRM_URL and FAKE_CRM_TOKEN. */
export function readFakeCrmConfig(environment: Environment): ConfigResult<FakeCrmConfig> {
  if (areAllUnset(environment, Object.values(names))) return { status: "absent" };
  const read = readAll({
    url: readOperatorUrl(environment, names.url),
    token: optionalText(environment, names.token, tokenForm),
  });
  if (read.status === "invalid") return read;
  return { status: "configured", config: read.value };
}
