import { setImmediate as nextTurn } from "node:timers/promises";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../adapters/stores/sqlite/node.ts";
import { defaultConversationSettings } from "../../src/core/conversation/settings.ts";
import type { Score } from "../../src/core/surveys/survey.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { defaultLimits } from "../../src/engine/limits.ts";
import { createMetrics } from "../../src/engine/metrics.ts";
import { type ObservedStore, observeStore } from "../../src/entry/simulate/observed-store.ts";
import { createSimulatedChannel } from "../../src/entry/simulate/simulated-channel.ts";
import type { Channel, OutboundMessage } from "../../src/ports/channel.ts";
import type { Logger } from "../../src/ports/logger.ts";
import type { Random } from "../support/random.ts";
import { createDayClock, type DayClock } from "./day-clock.ts";
import { createDiary, type Diary, type DiaryPen } from "./diary.ts";
import { createHeap, type Heap } from "./heap.ts";
import type { Arrival, DayPlan } from "./plan-day.ts";
import { createStaff } from "./staff.ts";
import { createWitness, type Witnessed } from "./witness.ts";

export interface PlayedDay {
  readonly engine: Engine;
  /** By conversation: who wrote first. */
  readonly arrivals: ReadonlyMap<string, Arrival>;
  readonly diary: Diary;
  readonly witnessed: Witnessed;
  readonly moments: number;
  close(): Promise<void>;
}

type Act = () => Promise<unknown>;

const channelId = "day.chat";

/** The real engine on a real store; only time, the platform and the people are made up. */
export async function playDay(plan: DayPlan, random: Random): Promise<PlayedDay> {
  const clock = createDayClock(plan.startsAt);
  const acts = createHeap<Act>();
  const diary = createDiary();
  const witness = createWitness();
  const opened = createSqliteStore(openNodeDatabase(":memory:"));
  const store = observeStore(opened.store, (commit) => {
    witness.see(commit);
    for (const note of commit.feed) staff.hear(note);
  });
  const channel = watchedChannel((message) => {
    witness.seeSent(message.id);
    customers.hear(message);
  });
  const engine = engineOf(plan, { store, clock, channel });
  const schedule = (inMs: number, act: Act) => acts.push(clock.now() + inMs, act);
  const staff = createStaff(plan, { engine, schedule, now: clock.now, diary, random: random.stream("staff") });
  const customers = createCustomers({ engine, schedule, diary, random: random.stream("ratings") });

  for (const { agent } of plan.people) await engine.agents.add(agent);
  await engine.start();
  staff.begin();
  for (const arrival of plan.arrivals) acts.push(arrival.at, () => customers.write(arrival));
  const moments = await passTime(plan.endsAt, { clock, acts, engine, store });

  return {
    ...{ engine, arrivals: customers.arrivals, diary: diary.written, witnessed: witness.seen, moments },
    async close() {
      await engine.stop();
      await opened.close();
    },
  };
}

interface World {
  readonly clock: DayClock;
  readonly acts: Heap<Act>;
  readonly engine: Engine;
  readonly store: ObservedStore;
}

/** From moment to moment, as somebody acts or the engine wants to be woken; each is over before the next begins. */
async function passTime(endsAt: number, { clock, acts, engine, store }: World): Promise<number> {
  let moments = 0;
  for (; ; moments++) {
    for (let quietTurns = 0; quietTurns < 2; ) {
      await nextTurn();
      quietTurns = store.pendingCalls() === 0 ? quietTurns + 1 : 0;
    }
    const times = [clock.nextAt(), acts.firstAt()].filter((at) => at !== null);
    const next = Math.min(...times);
    if (times.length === 0 || next > endsAt) return moments;
    clock.moveTo(next);
    const due: Promise<unknown>[] = [];
    for (let at = acts.firstAt(); at !== null && at <= next; at = acts.firstAt()) {
      const act = acts.pop();
      if (act) due.push(act());
    }
    await Promise.all([...due, engine.runDue()]);
  }
}

interface CustomerTools extends Pick<World, "engine"> {
  readonly schedule: (inMs: number, act: Act) => void;
  readonly diary: DiaryPen;
  readonly random: Random;
}

function createCustomers({ engine, schedule, diary, random }: CustomerTools) {
  const arrivals = new Map<string, Arrival>();
  async function rate(customer: string, score: Score): Promise<void> {
    diary.rating(customer, score);
    const accepted = await engine.accept(channelId, ratingOf(customer, score));
    if (accepted.status !== "accepted") throw new Error(`A rating was not accepted: ${accepted.status}`);
  }

  return {
    arrivals,
    /** Of those who are asked how it was, some say so. */
    hear({ address, choices }: Pick<OutboundMessage, "address" | "choices">): void {
      if (!choices.some(({ id }) => id.startsWith("rating-")) || !random.happens(0.3)) return;
      const score = random.pick<Score>([1, 2, 3, 4, 4, 5, 5, 5]);
      schedule(random.between(10, 900) * 1_000, () => rate(address, score));
    },
    async write(arrival: Arrival): Promise<void> {
      const accepted = await engine.accept(channelId, messageOf(arrival));
      if (accepted.status !== "accepted") throw new Error(`A message was not accepted: ${accepted.status}`);
      const { conversationId } = accepted;
      if (!conversationId) throw new Error("A message without a conversation.");
      if (!arrivals.has(conversationId)) arrivals.set(conversationId, arrival);
      if (arrival.patienceMs === null) return;
      const goes = { type: "wait-chosen", choice: "cancel" } as const;
      schedule(arrival.patienceMs, () => engine.command(conversationId, goes, null));
    },
  };
}

function watchedChannel(watch: (message: OutboundMessage) => void): Channel {
  const channel = createSimulatedChannel({ id: channelId, kind: "web", presence: true, buttons: true }, null);
  return {
    ...channel,
    send(message, signal) {
      watch(message);
      return channel.send(message, signal);
    },
  };
}

function engineOf(plan: DayPlan, { store, clock, channel }: Pick<World, "store" | "clock"> & { channel: Channel }) {
  let lastId = 0;
  return createEngine({
    workspaceId: "day",
    store,
    channels: new Map([[channel.id, channel]]),
    testChannelIds: new Set(),
    bots: new Map(),
    settings: { ...defaultConversationSettings, botId: null },
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
}

function ratingOf(customer: string, score: Score) {
  return {
    type: "message",
    eventId: `rating-of-${customer}`,
    fingerprint: String(score),
    sentAt: null,
    address: customer,
    name: null,
    locale: "en",
    participant: null,
    properties: {},
    content: { type: "choice", choice: `rating-${score}`, text: String(score) },
  } as const;
}

function messageOf({ customer, queueId, isReturn }: Arrival) {
  return {
    type: "message",
    eventId: `${isReturn ? "second" : "first"}-of-${customer}`,
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
