import { scriptedBot } from "../../adapters/bots/scripted/index.ts";
import { apiChannel } from "../../adapters/channels/api/index.ts";
import { webhookSigner } from "../../adapters/kit/standard-webhooks.ts";
import { type ConversationSettings, defaultConversationSettings } from "../../src/core/conversation/settings.ts";
import type { Settings } from "../../src/core/settings/settings.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { defaultLimits, type Limits } from "../../src/engine/limits.ts";
import { createMetrics } from "../../src/engine/metrics.ts";
import type { Notifying } from "../../src/engine/notifications/notifying.ts";
import type { SurveyLinks } from "../../src/engine/surveys/survey-links.ts";
import { type App, createApp } from "../../src/http/app.ts";
import type { Trace } from "../../src/http/observe.ts";
import type { Channel } from "../../src/ports/channel.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { OpenStore } from "../../src/ports/store.ts";
import { secretText, webhookSecret } from "../adapters/kit/secrets.ts";
import { testClock } from "./clock.ts";
import { sequentialIds } from "./engine.ts";
import { quietSettings } from "./quiet-settings.ts";
import { type LogLine, recordingLogger } from "./recording-logger.ts";

export const channelId = "main.api";
export const adminToken = "admin-token-of-the-tests";

export interface TestApp {
  readonly app: App;
  readonly engine: Engine;
  readonly store: OpenStore["store"];
  readonly clock: Clock & { advance(ms: number): void };
  /** Every line, as it would be written. */
  readonly log: readonly LogLine[];
  /** What reached the company's system. */
  readonly delivered: readonly { readonly to: string; readonly text: string }[];
  /** Calls the API; as the administrator unless a token is given (`null`: none). */
  call(method: string, path: string, options?: CallOptions): Promise<Called>;
  /** A customer writes through the API channel. */
  write(text: string, options?: WriteOptions): Promise<Called>;
  /** Runs what is due. */
  settle(): Promise<void>;
  stop(): void;
  close(): Promise<void>;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface WriteOptions {
  readonly from?: string;
  readonly name?: string;
  readonly id?: string;
  readonly signedAt?: number;
}

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

export interface TestAppOptions {
  /** By itself those of the quiet settings. */
  readonly starter?: Settings;
  readonly open: OpenStore;
  readonly settings?: Partial<ConversationSettings>;
  readonly limits?: Partial<Limits>;
  readonly clock?: TestApp["clock"];
  readonly moreChannels?: readonly Channel[];
  readonly trace?: Trace;
  /** By itself people are told in the product only. */
  readonly notifying?: Notifying;
  readonly surveyLinks?: SurveyLinks;
}

/** The real app, engine, channel and bot; the test holds the clock and plays the company's system. */
export function startTestApp({ open, settings, limits, trace, ...options }: TestAppOptions): TestApp {
  const clock = options.clock ?? testClock();
  const { logger, lines } = recordingLogger();
  const metrics = createMetrics();
  const ids = sequentialIds("t");
  const delivered: { to: string; text: string }[] = [];
  const answer = async (_url: URL, init: RequestInit) => {
    delivered.push(JSON.parse(new TextDecoder().decode(init.body as Uint8Array)).data);
    return new Response(null, { status: 202 });
  };
  const config = { id: channelId, secrets: [webhookSecret(secretText)], replyUrl: "http://company.test/in" };
  const channel = apiChannel(config, { fetch: answer, clock });
  const channels = new Map([channel, ...(options.moreChannels ?? [])].map((each) => [each.id, each]));
  const bot = scriptedBot({ id: "script", steps: [], otherwise: { reply: "Happy to help." } }, { clock });
  const engine = createEngine({
    workspaceId: "main",
    store: open.store,
    channels,
    testChannelIds: new Set(),
    bots: new Map([[bot.id, bot]]),
    settings: { ...defaultConversationSettings, botId: bot.id, quietMs: 0, ...settings },
    clock,
    ids,
    logger,
    metrics,
    starter: options.starter ?? quietSettings,
    summarizer: null,
    ...(options.notifying ? { notifying: options.notifying } : {}),
    ...(options.surveyLinks ? { surveyLinks: options.surveyLinks } : {}),
    limits: { ...defaultLimits, ...limits },
    random: () => 0.5,
    wakeAt: () => undefined,
    keepAlive: () => undefined,
  });
  let isStopping = false;
  const app = createApp({
    engine,
    store: open.store,
    channels,
    adminToken,
    logger,
    metrics,
    clock,
    ids,
    version: "0.0.0-test",
    isStopping: () => isStopping,
    ...(trace ? { trace } : {}),
  });
  let events = 0;

  async function call(method: string, path: string, { body, token = adminToken, headers }: CallOptions = {}) {
    const isJson = body !== undefined;
    return read(
      await app.request(path, {
        method,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(isJson ? { "content-type": "application/json" } : {}),
          ...headers,
        },
        ...(isJson ? { body: typeof body === "string" ? body : JSON.stringify(body) } : {}),
      }),
    );
  }

  return {
    app,
    engine,
    store: open.store,
    clock,
    log: lines,
    delivered,
    call,
    async write(text, { from = "customer-1", name, id = `event-${++events}`, signedAt = clock.now() } = {}) {
      const data = { from, text, ...(name === undefined ? {} : { name }) };
      const body = new TextEncoder().encode(JSON.stringify({ type: "message", data }));
      return read(await post(app, body, await signed(body, { id, at: signedAt })));
    },
    settle: () => engine.settleAll(),
    stop() {
      isStopping = true;
    },
    async close() {
      await engine.stop();
      await open.close();
    },
  };
}

export function signed(body: Uint8Array, { id, at }: { id: string; at: number }): Promise<Record<string, string>> {
  return webhookSigner([webhookSecret(secretText)])({ id, nowMs: at, body });
}

export async function post(
  app: App,
  body: Uint8Array | ReadableStream,
  headers: Record<string, string>,
  channel = channelId,
): Promise<Response> {
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    headers,
    body: body as BodyInit,
    duplex: "half",
  };
  return app.request(`/webhooks/${channel}`, init);
}

export async function read(response: Response): Promise<Called> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
}
