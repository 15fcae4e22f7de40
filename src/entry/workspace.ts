import type { Fetch } from "../../adapters/kit/guarded-fetch.ts";
import type { KnowledgePage } from "../../adapters/kit/knowledge/page.ts";
import { type ConversationSettings, defaultConversationSettings } from "../core/conversation/settings.ts";
import { createEngine, type Engine } from "../engine/engine.ts";
import { defaultLimits, type Limits } from "../engine/limits.ts";
import { createMetrics } from "../engine/metrics.ts";
import type { ReportRunner } from "../engine/reports/report-runner.ts";
import { createSurveyLinks } from "../engine/surveys/survey-links.ts";
import { type App, createApp } from "../http/app.ts";
import type { Trace } from "../http/observe.ts";
import type { Simulate } from "../http/simulate.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Logger } from "../ports/logger.ts";
import type { Store } from "../ports/store.ts";
import type { Config } from "./config.ts";
import { createDemoCompany } from "./demo/company.ts";
import { makeDemo, wantsDemo, withdrawDemoKey } from "./demo/demo-data.ts";
import { demoToken } from "./demo/demo-key.ts";
import { demoWebhookSecret } from "./demo/derive.ts";
import { demoChannelId } from "./demo/identity.ts";
import { addDemoRoutes, type RunningDemo } from "./demo/routes.ts";
import {
  buildBots,
  buildCaseModules,
  buildChannels,
  buildLookup,
  buildNotifying,
  type NotifierTools,
} from "./registry.ts";
import { createSignedPost } from "./signed-post.ts";
import { settleStarter } from "./starter-edition.ts";
import { version } from "./version.ts";

/** What a runtime brings along; everything else is the same on Node and at the edge. */
export interface Runtime {
  readonly store: Store;
  readonly secret: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly wakeAt: (at: number) => void;
  readonly keepAlive: (work: Promise<unknown>) => void;
  readonly isStopping: () => boolean;
  /** Only this machine can reach the server: its demo page needs no key typed in. */
  readonly isLocalOnly: boolean;
  readonly trace: Trace | null;
  /** Plays scripted conversations; absent where the runtime cannot. */
  readonly simulate?: Simulate;
  /** Counts reports beside everything else; absent where the runtime has no threads. */
  readonly reportRunner?: ReportRunner;
  /** How people are reached outside of the product. */
  readonly reach: Pick<NotifierTools, "publicFetch" | "openEmail">;
  /** What the company knows, for its bots to look up. */
  readonly pages: readonly KnowledgePage[];
}

export interface Workspace {
  readonly engine: Engine;
  readonly app: App;
  readonly demo: RunningDemo | null;
  readonly channelIds: readonly string[];
}

/** Puts one workspace together: adapters, engine, HTTP and, where it is wanted, the demo. */
export async function assembleWorkspace(config: Config, runtime: Runtime): Promise<Workspace> {
  const { store, clock, ids, logger } = runtime;
  // The demo's company posts to the front door, which is made last.
  const door: { app: App | null } = { app: null };
  const demo = await openDemo(config, runtime, door);
  const tools = { fetch: networkFetch, clock };
  const { channels, testChannelIds } = buildChannels(
    config,
    tools,
    demo && { secret: demo.secret, fetch: demo.company.fetch },
  );
  const { pages } = runtime;
  const { bots, botId, summarizer } = await buildBots(config, tools, { pages, hasDemo: demo !== null });
  const metrics = createMetrics();
  const engine = createEngine({
    ...{ workspaceId: config.workspaceId, store, channels, testChannelIds, bots, clock, ids, logger, metrics },
    settings: settingsOf(config, botId),
    starter: await settleStarter(store, clock),
    summarizer,
    ...buildLookup(config, tools),
    ...(config.routingSecrets.length === 0
      ? {}
      : { signedPost: createSignedPost(config.routingSecrets, { fetch: runtime.reach.publicFetch, clock }) }),
    caseModules: buildCaseModules(config, tools),
    notifying: buildNotifying(config, { ...tools, ...runtime.reach, secret: runtime.secret }),
    surveyLinks: createSurveyLinks(runtime.secret),
    ...(runtime.reportRunner ? { reportRunner: runtime.reportRunner } : {}),
    limits: limitsOf(config),
    random: Math.random,
    wakeAt: runtime.wakeAt,
    keepAlive: runtime.keepAlive,
  });
  const app = createApp({
    ...{ engine, store, channels, logger, metrics, clock, ids, version },
    adminToken: config.adminToken,
    isStopping: runtime.isStopping,
    ...(runtime.trace ? { trace: runtime.trace } : {}),
    ...(runtime.simulate ? { simulate: runtime.simulate } : {}),
  });
  door.app = app;
  addDemoRoutes(app, { engine, store, clock, running: demo });
  return { engine, app, demo, channelIds: [...channels.keys()] };
}

async function openDemo(config: Config, runtime: Runtime, door: { readonly app: App | null }) {
  const { store, clock, ids, secret, keepAlive } = runtime;
  const isConfigured = config.apiChannel !== null || config.webhookBot !== null;
  if (!(await wantsDemo(store, { demo: config.demo, isConfigured }))) {
    await withdrawDemoKey(store, clock);
    return null;
  }
  await makeDemo(store, clock, secret);
  const channelId = demoChannelId(config.workspaceId);
  const channelSecret = await demoWebhookSecret(secret);
  const post = async (request: Request) => {
    if (!door.app) throw new Error("The demo was used before the server was ready.");
    return door.app.fetch(request);
  };
  const company = createDemoCompany({ channelId, secret: channelSecret, clock, ids, post, keepAlive });
  const token = await demoToken(config.workspaceId, secret);
  return { company, channelId, token, isLocalOnly: runtime.isLocalOnly, secret: channelSecret };
}

function settingsOf({ quietMs }: Config, botId: string | null): ConversationSettings {
  return { ...defaultConversationSettings, botId, ...(quietMs === null ? {} : { quietMs }) };
}

function limitsOf({ leaseMs }: Config): Limits {
  if (leaseMs === null) return defaultLimits;
  // Nothing may run on when its lease is over, so what it waits for ends before.
  const botTimeoutMs = Math.min(defaultLimits.botTimeoutMs, Math.floor((leaseMs * 2) / 3));
  const sendTimeoutMs = Math.min(defaultLimits.sendTimeoutMs, Math.floor(leaseMs / 3));
  return { ...defaultLimits, leaseMs, botTimeoutMs, sendTimeoutMs };
}

/** Called late, so that a test or a runtime that replaces the global is obeyed. */
const networkFetch: Fetch = (url, init) => fetch(url, init);
