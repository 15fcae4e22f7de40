import { type ConversationSettings, defaultConversationSettings } from "../../src/core/conversation/settings.ts";
import { type Agent, newAgent } from "../../src/core/people/agent.ts";
import type { Settings } from "../../src/core/settings/settings.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import type { Accepted } from "../../src/engine/inbound.ts";
import { defaultLimits, type Limits } from "../../src/engine/limits.ts";
import { createMetrics, type Metrics } from "../../src/engine/metrics.ts";
import type { Notifying } from "../../src/engine/notifications/notifying.ts";
import type { SignedPost } from "../../src/engine/routing/signed-post.ts";
import type { SurveyLinks } from "../../src/engine/surveys/survey-links.ts";
import type { CaseModule } from "../../src/ports/case-module.ts";
import type { CustomerLookup } from "../../src/ports/customer-lookup.ts";
import type { Ids } from "../../src/ports/ids.ts";
import type { Logger } from "../../src/ports/logger.ts";
import type { OpenStore } from "../../src/ports/store.ts";
import type { Summarizer } from "../../src/ports/summarizer.ts";
import { type TestClock, testClock } from "./clock.ts";
import { quietSettings } from "./quiet-settings.ts";
import { type RecordingChannel, recordingChannel } from "./recording-channel.ts";
import { type TestBot, testBot } from "./test-bot.ts";

export interface TestEngine {
  readonly engine: Engine;
  readonly clock: TestClock;
  readonly channel: RecordingChannel;
  readonly bot: TestBot;
  /** A customer writes; the provider's id can be repeated. */
  write(from: string, text: string, eventId?: string): Promise<Accepted>;
  /** The earliest time the engine asked to be woken at, or `null`. */
  nextWake(): number | null;
  /** Lets time pass in the steps the engine asked for, and runs what is due. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

export interface TestEngineOptions {
  readonly store: OpenStore;
  readonly settings?: Partial<ConversationSettings>;
  /** By itself those of {@link quietSettings}. */
  readonly starter?: Settings;
  readonly summarizer?: Summarizer;
  /** By itself nobody is asked about customers. */
  readonly lookup?: CustomerLookup;
  /** By itself people are told in the product only. */
  readonly notifying?: Notifying;
  readonly surveyLinks?: SurveyLinks;
  readonly caseModules?: readonly CaseModule[];
  /** By itself no outside service can be asked. */
  readonly signedPost?: SignedPost;
  readonly limits?: Partial<Limits>;
  readonly metrics?: Metrics;
  readonly clock?: TestClock;
  readonly channel?: RecordingChannel;
  /** Instead of the one: several, of which the first is written to. */
  readonly channels?: readonly RecordingChannel[];
  readonly bot?: TestBot;
  readonly processName?: string;
}

const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** The real engine on a real store, with the outside world in the test's hands. */
export function startTestEngine(options: TestEngineOptions): TestEngine {
  const open = options.store;
  const clock = options.clock ?? testClock();
  const channel = options.channels?.[0] ?? options.channel ?? recordingChannel("main.test");
  const bot = options.bot ?? testBot();
  let wakes: number[] = [];
  let events = 0;
  const engine = createEngine({
    workspaceId: "main",
    store: open.store,
    channels: new Map((options.channels ?? [channel]).map((one) => [one.id, one])),
    testChannelIds: new Set(),
    bots: new Map([[bot.id, bot]]),
    settings: { ...defaultConversationSettings, botId: bot.id, quietMs: 0, ...options.settings },
    starter: options.starter ?? quietSettings,
    summarizer: options.summarizer ?? null,
    ...(options.lookup ? { lookup: options.lookup } : {}),
    ...(options.notifying ? { notifying: options.notifying } : {}),
    ...(options.surveyLinks ? { surveyLinks: options.surveyLinks } : {}),
    ...(options.caseModules ? { caseModules: options.caseModules } : {}),
    ...(options.signedPost ? { signedPost: options.signedPost } : {}),
    clock,
    ids: sequentialIds(options.processName ?? "a"),
    logger: silentLogger,
    metrics: options.metrics ?? createMetrics(),
    limits: { ...defaultLimits, ...options.limits },
    random: () => 0.5,
    wakeAt: (at) => wakes.push(at),
    keepAlive: () => undefined,
  });
  return {
    engine,
    clock,
    channel,
    bot,
    write(from, text, eventId = `event-${++events}`) {
      return engine.accept(channel.id, {
        type: "message",
        eventId,
        fingerprint: text,
        sentAt: null,
        address: from,
        name: null,
        locale: null,
        participant: null,
        properties: {},
        content: { type: "text", text },
      });
    },
    nextWake: () => (wakes.length === 0 ? null : Math.min(...wakes)),
    async pass(ms) {
      const end = clock.now() + ms;
      await engine.settleAll();
      for (;;) {
        const next = Math.min(...wakes.filter((at) => at > clock.now()), end);
        wakes = wakes.filter((at) => at > next);
        clock.advance(next - clock.now());
        await engine.settleAll();
        if (next >= end) return;
      }
    },
    async close() {
      await engine.stop();
      await open.close();
    },
  };
}

export function sequentialIds(name: string): Ids {
  let count = 0;
  return { next: (prefix) => `${prefix}_${name}${String(++count).padStart(4, "0")}` };
}

export function person(id: string, differing: Partial<Agent> = {}): Agent {
  return newAgent({ id, name: id, presence: "available", capacity: 2, ...differing });
}
