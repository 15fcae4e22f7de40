import { areAllUnset, type ConfigResult, type Environment, type Read } from "../../kit/config-result.ts";
import { optionalText, problem } from "../../kit/optional-setting.ts";
import { readAll } from "../../kit/read-all.ts";

export interface SlackNotifierConfig {
  /** Of an app of yours (`xoxb-…`): reaches people, and channels by id. `null`: only incoming webhooks. */
  readonly token: string | null;
  /** By team id, or `*` for everything that goes to no team of these. */
  readonly places: ReadonlyMap<string, SlackPlace>;
  /** Default https://slack.com/api. */
  readonly apiUrl?: string;
  /** For each call. Default 10,000. */
  readonly timeoutMs?: number;
}

export type SlackPlace =
  | { readonly type: "webhook"; readonly url: string }
  | { readonly type: "channel"; readonly id: string };

const names = { token: "NOTIFY_SLACK_TOKEN", url: "NOTIFY_SLACK_WEBHOOK_URL", places: "NOTIFY_SLACK_PLACES" } as const;
const tokenForm = { maxLength: 300, pattern: /^xoxb-[A-Za-z0-9-]+$/, expected: "must be a bot token: `xoxb-…`" };
const teamForm = /^(\*|[\w.-]{1,100})$/;
const channelForm = /^[CGD][A-Z0-9]{2,20}$/;

/** From NOTIFY_SLACK_TOKEN, NOTIFY_SLACK_WEBHOOK_URL and NOTIFY_SLACK_PLACES. */
export function readSlackNotifierConfig(environment: Environment): ConfigResult<SlackNotifierConfig> {
  if (areAllUnset(environment, Object.values(names))) return { status: "absent" };
  const read = readAll({
    token: optionalText(environment, names.token, tokenForm),
    url: readUrl(environment),
    places: readPlaces(environment),
  });
  if (read.status === "invalid") return read;
  const { token, url, places } = read.value;
  const all = new Map([...(url === null ? [] : ([["*", { type: "webhook", url }]] as const)), ...places]);
  const needsToken = [...all.values()].some(({ type }) => type === "channel");
  if (needsToken && token === null) {
    const missing = problem(names.token, "is missing: only an app with a token can write to a channel by its id.");
    return { status: "invalid", problems: [missing.problem] };
  }
  return { status: "configured", config: { token, places: all } };
}

function readUrl(environment: Environment): Read<string | null> {
  const value = environment[names.url]?.trim() || null;
  if (value === null || isWebhookUrl(value)) return { status: "read", value };
  return problem(names.url, "must be the https address that Slack shows for an incoming webhook.");
}

/** `billing=C0123ABCD *=https://hooks.slack.com/services/…`, separated by blanks. */
function readPlaces(environment: Environment): Read<ReadonlyMap<string, SlackPlace>> {
  const places = new Map<string, SlackPlace>();
  for (const pair of environment[names.places]?.trim().split(/\s+/).filter(Boolean) ?? []) {
    const [, team = "", place = ""] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
    const found = placeOf(place);
    if (!teamForm.test(team) || !found) {
      const expected = "must be pairs like `billing=C0123ABCD` or `*=https://hooks.slack.com/…`, separated by blanks.";
      return problem(names.places, expected);
    }
    places.set(team, found);
  }
  return { status: "read", value: places };
}

function placeOf(text: string): SlackPlace | null {
  if (channelForm.test(text)) return { type: "channel", id: text };
  return isWebhookUrl(text) ? { type: "webhook", url: text } : null;
}

function isWebhookUrl(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === "https:" && url.username === "" && url.password === "";
}
