import { setImmediate as nextTurn } from "node:timers/promises";
import { scriptedBot } from "../../../adapters/bots/scripted/index.ts";
import { createSqliteStore } from "../../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../../adapters/stores/sqlite/node.ts";
import { type ConversationSettings, defaultConversationSettings } from "../../core/conversation/settings.ts";
import { createEngine, type Engine } from "../../engine/engine.ts";
import { defaultLimits } from "../../engine/limits.ts";
import { createMetrics } from "../../engine/metrics.ts";
import type { Logger } from "../../ports/logger.ts";
import { observeStore } from "./observed-store.ts";
import type { SimulationScript } from "./script.ts";
import { createSimulatedChannel, type SimulatedChannel } from "./simulated-channel.ts";
import { createSimulatedClock } from "./simulated-clock.ts";
import { createTimeline, type Entry } from "./timeline.ts";

/** The real engine on the real store, in a world where only time, the platform and the bot are made up. */
export interface World {
  readonly engine: Engine;
  readonly channel: SimulatedChannel;
  /** What was committed since the last time somebody asked. */
  take(): readonly Entry[];
  now(): number;
  /** Lets everything happen that is due within this time, each thing at its own moment. */
  pass(ms: number): Promise<void>;
  end(): Promise<void>;
}

const startsAt = Date.UTC(2026, 0, 5, 9);
const mostMoments = 100_000;

export async function createWorld(script: SimulationScript): Promise<World> {
  const clock = createSimulatedClock(startsAt);
  const channel = createSimulatedChannel("sim.channel");
  const entriesOf = createTimeline(startsAt);
  const timeline: Entry[] = [];
  const opened = createSqliteStore(openNodeDatabase(":memory:"));
  const store = observeStore(opened.store, (commit) => timeline.push(...entriesOf(commit)));
  const bot = script.bot ? scriptedBot({ id: "bot", ...script.bot }, { clock }) : null;
  let lastId = 0;
  const engine = createEngine({
    workspaceId: "sim",
    store,
    channels: new Map([[channel.id, channel]]),
    testChannelIds: new Set(),
    bots: new Map(bot ? [[bot.id, bot]] : []),
    settings: settingsOf(script),
    clock,
    ids: {
      next(prefix) {
        lastId += 1;
        return `${prefix}_${lastId}`;
      },
    },
    logger: silent,
    metrics: createMetrics(),
    limits: defaultLimits,
    random: () => 0.5,
    wakeAt: clock.wakeAt,
    keepAlive: (work) => void work.catch(() => undefined),
  });

  /** Two turns of the event loop in which nobody asked the store anything: everybody waits for time. */
  async function settle(): Promise<void> {
    for (let quietTurns = 0; quietTurns < 2; ) {
      await nextTurn();
      quietTurns = store.pendingCalls() === 0 ? quietTurns + 1 : 0;
    }
  }

  async function pass(ms: number): Promise<void> {
    const until = clock.now() + ms;
    for (let moment = 0; moment < mostMoments; moment++) {
      await settle();
      const next = clock.nextAt();
      if (next === null || next > until) return clock.moveTo(until);
      clock.moveTo(next);
      await engine.runDue();
    }
    throw new Error(`The simulation did not come to rest after ${mostMoments} moments.`);
  }

  for (const { id, name, capacity, available } of script.agents) {
    const presence = available ? "available" : "away";
    await engine.agents.add({
      ...{ schemaVersion: 1, id, name, capacity, presence },
      ...{ holds: {}, lastAssignedAt: 0, isTest: false },
    });
  }
  await pass(0);
  timeline.length = 0;

  return {
    engine,
    channel,
    take: () => timeline.splice(0),
    now: () => clock.now() - startsAt,
    pass,
    async end() {
      await engine.stop();
      await opened.close();
    },
  };
}

function settingsOf({ bot, settings }: SimulationScript): ConversationSettings {
  const { quiet, maxMerge, requestTimeout, wakeUp, exhaustAfter, reopenWindow, assistsWhileWaiting } = settings;
  const given = {
    ...{ quietMs: quiet, maxMergeMs: maxMerge, requestTimeoutMs: requestTimeout, wakeUpMs: wakeUp },
    ...{ exhaustAfterMs: exhaustAfter, reopenWindowMs: reopenWindow, assistsWhileWaiting },
  };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...defaultConversationSettings, botId: bot ? "bot" : null, ...set };
}

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
