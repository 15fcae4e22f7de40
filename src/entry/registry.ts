/** The only place that knows which adapters there are. Stores are opened beside it, where their runtime is. */
import { knowledgeBot } from "../../adapters/bots/knowledge/index.ts";
import { webhookBot } from "../../adapters/bots/webhook/index.ts";
import { apiChannel } from "../../adapters/channels/api/index.ts";
import type { Fetch } from "../../adapters/kit/guarded-fetch.ts";
import type { WebhookSecret } from "../../adapters/kit/webhook-secret.ts";
import { demoPages } from "../../examples/demo-shop/pages.ts";
import type { Bot } from "../ports/bot.ts";
import type { Channel } from "../ports/channel.ts";
import type { Clock } from "../ports/clock.ts";
import type { Config } from "./config.ts";
import { demoChannelId, demoReplyUrl } from "./demo/identity.ts";

export interface Adapters {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly testChannelIds: ReadonlySet<string>;
  readonly bots: ReadonlyMap<string, Bot>;
  /** The one that answers; `null`: every conversation goes to a person. */
  readonly botId: string | null;
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

export function buildAdapters(config: Config, tools: AdapterTools, demo: DemoAdapters | null): Adapters {
  const channels: Channel[] = [];
  const bots: Bot[] = [];
  if (config.apiChannel) channels.push(apiChannel(config.apiChannel, tools));
  if (config.webhookBot) bots.push(webhookBot(config.webhookBot, tools));
  if (demo) {
    const { secret, fetch } = demo;
    const id = demoChannelId(config.workspaceId);
    channels.push(apiChannel({ id, secrets: [secret], replyUrl: demoReplyUrl }, { ...tools, fetch }));
    if (bots.length === 0) bots.push(knowledgeBot({ id: "help-pages", pages: demoPages }));
  }
  return {
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    testChannelIds: new Set(demo ? [demoChannelId(config.workspaceId)] : []),
    bots: new Map(bots.map((bot) => [bot.id, bot])),
    botId: bots[0]?.id ?? null,
  };
}
