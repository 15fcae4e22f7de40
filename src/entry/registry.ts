/** The only place that knows which adapters there are. Stores are opened beside it, where their runtime is. */
import { claudeBot } from "../../adapters/bots/claude/index.ts";
import { knowledgeBot } from "../../adapters/bots/knowledge/index.ts";
import { webhookBot } from "../../adapters/bots/webhook/index.ts";
import { apiChannel } from "../../adapters/channels/api/index.ts";
import type { Fetch } from "../../adapters/kit/guarded-fetch.ts";
import { knowledgeOf } from "../../adapters/kit/knowledge/knowledge.ts";
import type { KnowledgePage } from "../../adapters/kit/knowledge/page.ts";
import type { WebhookSecret } from "../../adapters/kit/webhook-secret.ts";
import { claudeSummarizer } from "../../adapters/summarizers/claude/index.ts";
import { demoPages } from "../../examples/demo-shop/pages.ts";
import type { Bot } from "../ports/bot.ts";
import type { Channel } from "../ports/channel.ts";
import type { Clock } from "../ports/clock.ts";
import type { Summarizer } from "../ports/summarizer.ts";
import type { Config } from "./config.ts";
import { demoChannelId, demoReplyUrl } from "./demo/identity.ts";

export interface Adapters {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly testChannelIds: ReadonlySet<string>;
  readonly bots: ReadonlyMap<string, Bot>;
  /** The one that answers; `null`: every conversation goes to a person. */
  readonly botId: string | null;
  readonly summarizer: Summarizer | null;
}

export interface AdapterTools {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** What the company knows. */
  readonly pages: readonly KnowledgePage[];
}

/** The demo's channel is an API channel like any other; only its way out ends in the process. */
export interface DemoAdapters {
  readonly secret: WebhookSecret;
  readonly fetch: Fetch;
}

export function buildAdapters(config: Config, tools: AdapterTools, demo: DemoAdapters | null): Adapters {
  const channels: Channel[] = [];
  const bots: Bot[] = [];
  if (config.apiChannel) channels.push(apiChannel(config.apiChannel, tools));
  const pages = demo && tools.pages.length === 0 ? demoPages : tools.pages;
  const knowledge = pages.length === 0 ? null : knowledgeOf(pages);
  // The first one answers: your own agent, then the model, then the pages alone.
  if (config.webhookBot) bots.push(webhookBot(config.webhookBot, tools));
  if (config.claudeBot) bots.push(claudeBot(config.claudeBot, { ...tools, knowledge }));
  if (knowledge) bots.push(knowledgeBot({ id: "help-pages", pages }));
  if (demo) {
    const { secret, fetch } = demo;
    const id = demoChannelId(config.workspaceId);
    channels.push(
      apiChannel({ id, secrets: [secret], replyUrl: demoReplyUrl, hasPresence: true }, { ...tools, fetch }),
    );
  }
  return {
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    testChannelIds: new Set(demo ? [demoChannelId(config.workspaceId)] : []),
    bots: new Map(bots.map((bot) => [bot.id, bot])),
    botId: bots[0]?.id ?? null,
    summarizer: config.summarizer && claudeSummarizer(config.summarizer, tools),
  };
}
