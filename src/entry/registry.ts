/** The only place that knows which adapters there are. Stores and mail are opened beside it, where their runtime is. */
import type { ClaudeBotConfig } from "../../adapters/bots/claude/config.ts";
import { knowledgeBot } from "../../adapters/bots/knowledge/index.ts";
import { webhookBot } from "../../adapters/bots/webhook/index.ts";
import { apiChannel } from "../../adapters/channels/api/index.ts";
import type { Fetch } from "../../adapters/kit/guarded-fetch.ts";
import { type Knowledge, knowledgeOf } from "../../adapters/kit/knowledge/knowledge.ts";
import type { KnowledgePage } from "../../adapters/kit/knowledge/page.ts";
import type { WebhookSecret } from "../../adapters/kit/webhook-secret.ts";
import { webhookLookup } from "../../adapters/lookups/webhook/index.ts";
import { fakeCrmModule } from "../../adapters/modules/fake-crm/index.ts";
import type { EmailNotifierConfig } from "../../adapters/notifiers/email/config.ts";
import { slackNotifier } from "../../adapters/notifiers/slack/index.ts";
import { endpointProblem } from "../../adapters/notifiers/webhook/check-endpoint.ts";
import { webhookNotifier } from "../../adapters/notifiers/webhook/index.ts";
import type { ClaudeSummarizerConfig } from "../../adapters/summarizers/claude/config.ts";
import { demoPages } from "../../examples/demo-shop/pages.ts";
import type { Notifying } from "../engine/notifications/notifying.ts";
import { createSealer } from "../engine/sealer.ts";
import type { Bot } from "../ports/bot.ts";
import type { CaseModule } from "../ports/case-module.ts";
import type { Channel } from "../ports/channel.ts";
import type { Clock } from "../ports/clock.ts";
import type { CustomerLookup } from "../ports/customer-lookup.ts";
import type { Notifier } from "../ports/notifier.ts";
import type { Summarizer } from "../ports/summarizer.ts";
import type { Config } from "./config.ts";
import { demoChannelId, demoReplyUrl } from "./demo/identity.ts";

export interface Channels {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly testChannelIds: ReadonlySet<string>;
}

export interface Bots {
  readonly bots: ReadonlyMap<string, Bot>;
  /** The one that answers; `null`: every conversation goes to a person. */
  readonly botId: string | null;
  readonly summarizer: Summarizer | null;
}

export interface AdapterTools {
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/** The demo's channel is an API channel like any other; only its way out ends in the process. */
export interface DemoAdapters {
  readonly secret: WebhookSecret;
  readonly fetch: Fetch;
}

export function buildChannels(config: Config, tools: AdapterTools, demo: DemoAdapters | null): Channels {
  const channels: Channel[] = [];
  const demoId = demoChannelId(config.workspaceId);
  if (config.apiChannel) channels.push(apiChannel(config.apiChannel, tools));
  if (demo) {
    const { secret, fetch } = demo;
    const demoConfig = { id: demoId, secrets: [secret], replyUrl: demoReplyUrl, hasPresence: true };
    channels.push(apiChannel(demoConfig, { ...tools, fetch }));
  }
  return {
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    testChannelIds: new Set(demo ? [demoId] : []),
  };
}

/** `pages`: what the company knows. */
export async function buildBots(
  config: Config,
  tools: AdapterTools,
  { pages: given, hasDemo }: { readonly pages: readonly KnowledgePage[]; readonly hasDemo: boolean },
): Promise<Bots> {
  const pages = hasDemo && given.length === 0 ? demoPages : given;
  const knowledge = pages.length === 0 ? null : knowledgeOf(pages);
  const bots: Bot[] = [];
  // The first one answers: your own agent, then the model, then the pages alone.
  if (config.webhookBot) bots.push(webhookBot(config.webhookBot, tools));
  if (config.claudeBot) bots.push(await claude(config.claudeBot, tools, knowledge));
  if (knowledge) bots.push(knowledgeBot({ id: "help-pages", pages }));
  return {
    bots: new Map(bots.map((bot) => [bot.id, bot])),
    botId: bots[0]?.id ?? null,
    summarizer: config.summarizer && (await claudeAccount(config.summarizer, tools)),
  };
}

/** What moves with a case handoff beside the product's own. */
export function buildCaseModules({ crm }: Config, tools: AdapterTools): readonly CaseModule[] {
  return crm ? [fakeCrmModule(crm, tools)] : [];
}

/** The company's own system, asked about customers; nothing where there is none. */
export function buildLookup({ lookup }: Config, tools: AdapterTools): { readonly lookup?: CustomerLookup } {
  return lookup ? { lookup: webhookLookup(lookup, tools) } : {};
}

/** What a runtime brings for reaching people. */
export interface NotifierTools extends AdapterTools {
  readonly secret: string;
  /** For addresses that come from people, not from the operator. */
  readonly publicFetch: Fetch;
  /** `null`: this runtime has no SMTP, and a configuration that asks for it was refused. */
  readonly openEmail: ((config: EmailNotifierConfig) => Notifier) | null;
}

export function buildNotifying({ notify, publicUrl }: Config, tools: NotifierTools): Notifying {
  const { email, slack, webhook, showsExcerpt } = notify;
  const notifiers: Notifier[] = [webhookNotifier(webhook, tools)];
  if (slack) notifiers.push(slackNotifier(slack, tools));
  if (email && tools.openEmail) notifiers.push(tools.openEmail(email));
  return {
    notifiers: new Map(notifiers.map((notifier) => [notifier.method, notifier])),
    publicUrl,
    showsExcerpt,
    sealer: createSealer(tools.secret),
    endpointProblem: (url) => endpointProblem(url, webhook),
  };
}

/** The model's client is large: loaded by those who use it. */
async function claude(config: ClaudeBotConfig, tools: AdapterTools, knowledge: Knowledge | null): Promise<Bot> {
  const { claudeBot } = await import("../../adapters/bots/claude/index.ts");
  return claudeBot(config, { ...tools, knowledge });
}

async function claudeAccount(config: ClaudeSummarizerConfig, tools: AdapterTools): Promise<Summarizer> {
  const { claudeSummarizer } = await import("../../adapters/summarizers/claude/index.ts");
  return claudeSummarizer(config, tools);
}
