import { setImmediate as nextTurn } from "node:timers/promises";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../adapters/stores/sqlite/node.ts";
import { defaultConversationSettings } from "../../src/core/conversation/settings.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { defaultLimits } from "../../src/engine/limits.ts";
import { createMetrics } from "../../src/engine/metrics.ts";
import { observeStore } from "../../src/entry/simulate/observed-store.ts";
import { createSimulatedChannel } from "../../src/entry/simulate/simulated-channel.ts";
import type { Logger } from "../../src/ports/logger.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Random } from "../support/random.ts";
import { createDayClock } from "./day-clock.ts";
import { createHeap } from "./heap.ts";
import type { Arrival, DayPlan } from "./plan-day.ts";
import { createStaff } from "./staff.ts";

export interface PlayedDay {
  readonly engine: Engine;
  readonly store: Store;
  /** By conversation: who wrote, and when. */
  readonly arrivals: ReadonlyMap<string, Arrival>;
  /** When the customer was told that nobody took it, by conversation. */
  readonly exhaustions: ReadonlyMap<string, readonly number[]>;
  readonly commits: number;
  readonly moments: number;
  close(): Promise<void>;
}

const channelId = "day.chat";
/** Twenty-eight hours: who wrote at midnight is answered, too. */
const dayMs = 28 * 3_600_000;

/** The real engine on a real store; only time, the platform and the people are made up. */
export async function playDay(plan: DayPlan, random: Random): Promise<PlayedDay> {
  const clock = createDayClock(plan.startsAt);
  const acts = createHeap<() => Promise<unknown>>();
  const channel = createSimulatedChannel({ id: channelId, kind: "web", presence: true, buttons: true }, null);
  const opened = createSqliteStore(openNodeDatabase(":memory:"));
  const arrivals = new Map<string, Arrival>();
  const exhaustions = new Map<string, readonly number[]>();
  let commits = 0;
  let lastId = 0;
  const store = observeStore(opened.store, (commit) => {
    commits += 1;
    for (const note of commit.feed) {
      staff.hear(note);
      if (note.type !== "handoff-exhausted" || note.conversationId === null) continue;
      exhaustions.set(note.conversationId, [...(exhaustions.get(note.conversationId) ?? []), commit.at]);
    }
  });
  const engine = createEngine({
    workspaceId: "day",
    store,
    channels: new Map([[channel.id, channel]]),
    testChannelIds: new Set(),
    bots: new Map(),
    settings: { ...defaultConversationSettings, botId: null, exhaustAfterMs: 15 * 60_000 },
    starter: plan.settings,
    summarizer: null,
    clock,
    ids: { next: (prefix) => `${prefix}_${++lastId}` },
    logger: silent,
    metrics: createMetrics(),
    limits: { ...defaultLimits, poolSize: 64 },
    random: () => 0.5,
    wakeAt: clock.wakeAt,
    keepAlive: (work) => void work.catch(() => undefined),
  });
  const schedule = (inMs: number, act: () => Promise<unknown>) => acts.push(clock.now() + inMs, act);
  const staff = createStaff(plan, engine, schedule, random.stream("staff"));

  for (const agent of plan.agents) await engine.agents.add(agent);
  await engine.start();
  staff.begin();
  for (const arrival of plan.arrivals) acts.push(arrival.at, () => write(arrival));

  async function write(arrival: Arrival): Promise<void> {
    const accepted = await engine.accept(channelId, messageOf(arrival));
    if (accepted.status !== "accepted") throw new Error(`A message was not accepted: ${accepted.status}`);
    const { conversationId } = accepted;
    if (!conversationId) throw new Error("A message without a conversation.");
    arrivals.set(conversationId, arrival);
    if (arrival.patienceMs === null) return;
    schedule(arrival.patienceMs, () => engine.command(conversationId, { type: "wait-chosen", choice: "cancel" }, null));
  }

  async function settle(): Promise<void> {
    for (let quietTurns = 0; quietTurns < 2; ) {
      await nextTurn();
      quietTurns = store.pendingCalls() === 0 ? quietTurns + 1 : 0;
    }
  }

  let moments = 0;
  for (; ; moments++) {
    await settle();
    const times = [clock.nextAt(), acts.firstAt()].filter((at) => at !== null);
    const next = Math.min(...times);
    if (times.length === 0 || next > plan.startsAt + dayMs) break;
    clock.moveTo(next);
    const due: Promise<unknown>[] = [];
    for (let at = acts.firstAt(); at !== null && at <= next; at = acts.firstAt()) {
      const act = acts.pop();
      if (act) due.push(act());
    }
    await Promise.all([...due, engine.runDue()]);
  }

  return {
    ...{ engine, store, arrivals, exhaustions, commits, moments },
    async close() {
      await engine.stop();
      await opened.close();
    },
  };
}

function messageOf({ customer, queueId }: Arrival) {
  return {
    type: "message",
    eventId: `message-of-${customer}`,
    fingerprint: customer,
    sentAt: null,
    address: customer,
    name: null,
    locale: "en",
    participant: null,
    properties: { line: { value: queueId, isTrusted: true } },
    content: { type: "text", text: "I want to talk to a person" },
  } as const;
}

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
