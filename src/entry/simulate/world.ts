import { setImmediate as nextTurn } from "node:timers/promises";
import { scriptedBot } from "../../../adapters/bots/scripted/index.ts";
import { createSqliteStore } from "../../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../../adapters/stores/sqlite/node.ts";
import { type ConversationSettings, defaultConversationSettings } from "../../core/conversation/settings.ts";
import { newAgent } from "../../core/people/agent.ts";
import type { Settings } from "../../core/settings/settings.ts";
import { createEngine, type Engine } from "../../engine/engine.ts";
import { defaultLimits } from "../../engine/limits.ts";
import { createMetrics } from "../../engine/metrics.ts";
import type { Parts } from "../../engine/parts.ts";
import type { Channel } from "../../ports/channel.ts";
import type { Logger } from "../../ports/logger.ts";
import { watchLoads } from "./load-watch.ts";
import { observeStore } from "./observed-store.ts";
import type { SimulationScript } from "./script.ts";
import { watchDecisions } from "./seen-decision.ts";
import { createSimulatedChannel, type SimulatedChannel } from "./simulated-channel.ts";
import { createSimulatedClock } from "./simulated-clock.ts";
import { createTimeline, type Entry } from "./timeline.ts";

/** The real engine on the real store, in a world where only time, the platform and the bot are made up. */
export interface World {
  readonly engine: Engine;
  readonly channel: SimulatedChannel;
  /** What was committed since the last time somebody asked. */
  take(): readonly Entry[];
  /** Everything that was committed so far. */
  history(): readonly Entry[];
  /** The most places of this person that were taken at any moment so far. */
  mostAtOnce(agentId: string): number;
  now(): number;
  /** A time of the simulated day, this long from now. */
  timeIn(ms: number): number;
  /** Lets everything happen that is due within this time, each thing at its own moment. */
  pass(ms: number): Promise<void>;
  end(): Promise<void>;
}

export interface WorldOptions {
  /** In force when it begins. */
  readonly settings: Settings;
  /** That there really are: the script's may be like one of them. */
  readonly channels: ReadonlyMap<string, Pick<Channel, "kind" | "capabilities">>;
  /** It has taken too long for whoever waits for it. */
  readonly isOver: () => boolean;
}

/** It never came to rest, or took longer than it may. Its message says which. */
export class SimulationTooLong extends Error {
  override readonly name = "SimulationTooLong";
}

const mostMoments = 100_000;
const mostEntries = 50_000;

export async function createWorld(script: SimulationScript, options: WorldOptions): Promise<World> {
  const { startsAt } = script;
  const clock = createSimulatedClock(startsAt);
  const channel = createSimulatedChannel(script.channel, options.channels.get(script.channel.id ?? "") ?? null);
  const timeline = createTimeline(startsAt);
  const decisions = watchDecisions();
  const opened = createSqliteStore(openNodeDatabase(":memory:"));
  const loads = watchLoads();
  const store = observeStore(opened.store, (commit) => {
    timeline.committed(commit, decisions.take());
    loads.committed(commit);
  });
  const bot = script.bot ? scriptedBot({ id: "bot", ...script.bot }, { clock }) : null;
  let lastId = 0;
  const parts: Parts = {
    workspaceId: "sim",
    store,
    channels: new Map([[channel.id, channel]]),
    testChannelIds: new Set(),
    bots: new Map(bot ? [[bot.id, bot]] : []),
    settings: settingsOf(script),
    starter: options.settings,
    summarizer: null,
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
  };
  const engine = createEngine(parts, decisions.see);

  /** Two turns of the event loop in which nobody asked the store anything: everybody waits for time. */
  async function settle(): Promise<void> {
    for (let quietTurns = 0; quietTurns < 2; ) {
      const before = store.madeCalls();
      await nextTurn();
      quietTurns = store.pendingCalls() === 0 && store.madeCalls() === before ? quietTurns + 1 : 0;
    }
  }

  async function pass(ms: number): Promise<void> {
    const until = clock.now() + ms;
    for (let moment = 0; moment < mostMoments; moment++) {
      await settle();
      if (options.isOver()) throw new SimulationTooLong("It took too much time. Let less of it pass in `wait`.");
      if (timeline.history().length > mostEntries)
        throw new SimulationTooLong(`More than ${mostEntries} things happened in it.`);
      const next = clock.nextAt();
      if (next === null || next > until) return clock.moveTo(until);
      clock.moveTo(next);
      await engine.runDue();
    }
    throw new SimulationTooLong(
      `It did not come to rest after ${mostMoments} moments. Let less time pass in \`wait\`.`,
    );
  }

  for (const { available, teams: teamIds, ...given } of script.agents) {
    const presence = available ? "available" : "away";
    await engine.agents.add(newAgent({ ...given, presence, teamIds }));
  }
  await pass(0);
  timeline.take();

  return {
    engine,
    channel,
    take: timeline.take,
    history: timeline.history,
    mostAtOnce: loads.mostOf,
    now: () => clock.now() - startsAt,
    timeIn: (ms) => clock.now() + ms,
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
