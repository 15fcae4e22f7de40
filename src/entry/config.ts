import { type ClaudeBotConfig, readClaudeBotConfig } from "../../adapters/bots/claude/config.ts";
import { readWebhookBotConfig, type WebhookBotConfig } from "../../adapters/bots/webhook/index.ts";
import { type ApiChannelConfig, readApiChannelConfig } from "../../adapters/channels/api/index.ts";
import {
  areAllUnset,
  type ConfigProblem,
  type ConfigResult,
  type Environment,
  problemsOf,
  readSecrets,
} from "../../adapters/kit/config-result.ts";
import type { WebhookSecret } from "../../adapters/kit/webhook-secret.ts";
import { readWebhookLookupConfig, type WebhookLookupConfig } from "../../adapters/lookups/webhook/index.ts";
import { type FakeCrmConfig, readFakeCrmConfig } from "../../adapters/modules/fake-crm/index.ts";
import { type ClaudeSummarizerConfig, readClaudeSummarizerConfig } from "../../adapters/summarizers/claude/config.ts";
import { type NotifyConfig, readNotify } from "./config/read-notify.ts";
import { problemAbout, readChoice, readPattern, readText, readUrl, readWholeNumber } from "./config/read-setting.ts";

/** Everything that is read from the environment, on Node and at the edge alike. `.env.example` explains each. */
export interface Config {
  readonly workspaceId: string;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Without a slash at the end. */
  readonly publicUrl: string | null;
  readonly adminToken: string | null;
  /** `null`: generated beside the data, where the data is. */
  readonly secret: string | null;
  readonly redis: { readonly url: string; readonly isDeclaredDurable: boolean } | null;
  readonly logLevel: (typeof logLevels)[number];
  readonly apiChannel: ApiChannelConfig | null;
  readonly webhookBot: WebhookBotConfig | null;
  readonly claudeBot: ClaudeBotConfig | null;
  /** Writes the accounts in handoffs' packets. */
  readonly summarizer: ClaudeSummarizerConfig | null;
  readonly notify: NotifyConfig;
  /** Knows more of customers than they say. */
  readonly lookup: WebhookLookupConfig | null;
  /** Where people are responsible for things outside: it takes part in case handoffs. */
  readonly crm: FakeCrmConfig | null;
  /** Signs what a queue's outside service is asked; without one no service is asked. */
  readonly routingSecrets: readonly WebhookSecret[];
  /** A folder of Markdown files that the bots know; Node only. */
  readonly knowledgeDir: string | null;
  readonly quietMs: number | null;
  readonly leaseMs: number | null;
  readonly demo: (typeof demoChoices)[number];
  /** Path of a module that exports `span`. */
  readonly traceModule: string | null;
}

export type ConfigRead =
  | { readonly status: "configured"; readonly config: Config }
  | { readonly status: "invalid"; readonly problems: readonly ConfigProblem[] };

const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
const demoChoices = ["auto", "on", "off"] as const;
/** Neither a dot nor an underscore: both end the workspace in a channel's id and in a key. */
const workspaceId = {
  pattern: /^[a-z0-9][a-z0-9-]{0,31}$/,
  expected: "must be 1 to 32 of a-z, 0-9 and -, beginning with a letter or digit",
};
const aSecret = "Set it to the output of `openssl rand -hex 32`.";

/** Reads them all and complains about all at once: nobody should have to start five times to find five mistakes. */
export function readConfig(environment: Environment): ConfigRead {
  const problems: ConfigProblem[] = [];
  const context = { environment, problems };
  const config: Omit<Config, "notify"> = {
    workspaceId: readPattern(context, "BATON_WORKSPACE", workspaceId) ?? "main",
    port: readWholeNumber(context, "PORT", { min: 0, max: 65_535 }) ?? 8787,
    host: readText(context, "HOST") ?? "127.0.0.1",
    dataDir: readText(context, "BATON_DATA_DIR") ?? "./data",
    publicUrl: readUrl(context, "BATON_PUBLIC_URL", ["http:", "https:"])?.replace(/\/+$/, "") ?? null,
    adminToken: readSecret(context, "BATON_ADMIN_TOKEN", 24),
    secret: readSecret(context, "BATON_SECRET", 32),
    redis: readRedis(context),
    logLevel: readChoice(context, "LOG_LEVEL", logLevels) ?? "info",
    apiChannel: null,
    ...{ webhookBot: null, claudeBot: null, summarizer: null, lookup: null, crm: null, routingSecrets: [] },
    knowledgeDir: readText(context, "BATON_KNOWLEDGE_DIR"),
    quietMs: readWholeNumber(context, "BATON_QUIET_MS", { min: 0, max: 60_000 }),
    leaseMs: readWholeNumber(context, "BATON_LEASE_MS", { min: 1_000, max: 3_600_000 }),
    demo: readChoice(context, "BATON_DEMO", demoChoices) ?? "auto",
    traceModule: readText(context, "BATON_TRACE_MODULE"),
  };
  const apiChannel = adapterConfig(context, readApiChannelConfig(environment, `${config.workspaceId}.api`));
  const webhookBot = adapterConfig(context, readWebhookBotConfig(environment));
  const claudeBot = adapterConfig(context, readClaudeBotConfig(environment));
  const summarizer = adapterConfig(context, readClaudeSummarizerConfig(environment));
  const lookup = adapterConfig(context, readWebhookLookupConfig(environment));
  const crm = adapterConfig(context, readFakeCrmConfig(environment));
  const routingSecrets = adapterConfig(context, readRoutingSecrets(environment)) ?? [];
  const notify = adapterConfig(context, readNotify(environment));
  if (problems.length > 0 || notify === null) return { status: "invalid", problems: withoutRepetitions(problems) };
  return {
    status: "configured",
    config: { ...config, apiChannel, webhookBot, claudeBot, summarizer, lookup, crm, notify, routingSecrets },
  };
}

function readRoutingSecrets(environment: Environment): ConfigResult<readonly WebhookSecret[]> {
  if (areAllUnset(environment, ["BATON_ROUTING_SECRET"])) return { status: "absent" };
  const secrets = readSecrets(environment, "BATON_ROUTING_SECRET");
  if (secrets.status === "problem") return { status: "invalid", problems: problemsOf([secrets]) };
  return { status: "configured", config: secrets.value };
}

/** Two adapters may read one variable. */
function withoutRepetitions(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  return [...new Map(problems.map((each) => [each.problem, each])).values()];
}

interface Context {
  readonly environment: Environment;
  readonly problems: ConfigProblem[];
}

function readSecret(context: Context, variable: string, minLength: number): string | null {
  const value = readText(context, variable);
  if (value !== null && value.length < minLength) {
    const found = `has ${value.length} characters; at least ${minLength} are needed. ${aSecret}`;
    context.problems.push(problemAbout(variable, found));
  }
  return value;
}

function readRedis(context: Context): Config["redis"] {
  const url = readUrl(context, "REDIS_URL", ["redis:", "rediss:"]);
  const isDeclaredDurable = readChoice(context, "BATON_REDIS_DURABLE", ["yes", "no"]) === "yes";
  if (url === null) return null;
  // Every process must sign alike, so none of them may make up its own.
  if (readText(context, "BATON_SECRET") === null) {
    const missing = `is missing. With REDIS_URL all processes share one. ${aSecret}`;
    context.problems.push(problemAbout("BATON_SECRET", missing));
  }
  return { url, isDeclaredDurable };
}

function adapterConfig<Found>({ problems }: Context, result: ConfigResult<Found>): Found | null {
  if (result.status === "invalid") problems.push(...result.problems);
  return result.status === "configured" ? result.config : null;
}
