import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAutomatic, type Message } from "../../src/core/conversation/message.ts";
import type { EngagementRecord } from "../../src/core/conversation/record.ts";
import { requestIdOf } from "../../src/core/requests/ask.ts";
import type { Command } from "../../src/engine/commands.ts";
import type { OutboundMessage, SendResult } from "../../src/ports/channel.ts";
import type { OpenStore } from "../../src/ports/store.ts";
import { testClock } from "../support/clock.ts";
import { person, startTestEngine, type TestEngine } from "../support/engine.ts";
import { recordingChannel } from "../support/recording-channel.ts";
import { says, testBot } from "../support/test-bot.ts";

/**
 * I1–I3, I8 and I9 through the real engine: whatever customers, people, bots, platforms and crashes do, in any order.
 * Two engines work on one store, as two processes do.
 */
export function enginePromises(name: string, withStore: WithStore, numRuns: number): void {
  describe(`the engine on ${name}`, () => {
    test("keeps its promises in any sequence of messages, repetitions, people, failures and crashes", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 25, size: "max" }), (sequence) =>
          withStore((store) => play(sequence, store)),
        ),
        { numRuns, endOnFailure: true },
      );
    }, 120_000);
  });
}

/** Gives a fresh store to the work; some can only be used inside of something. */
export type WithStore = (work: (store: OpenStore) => Promise<void>) => Promise<void>;

async function play(sequence: readonly Step[], store: OpenStore): Promise<void> {
  const scene = await createScene(store);
  try {
    for (const step of sequence) {
      await step(scene);
      await expectPromises(scene);
    }
    await scene.letEverythingHappen();
    await expectPromises(scene);
    await expectNothingLeftUndone(scene);
  } finally {
    await scene.close();
  }
}

type Step = (scene: Scene) => Promise<void>;

interface Scene {
  readonly engines: TestEngine[];
  readonly sends: OutboundMessage[];
  /** (customer, provider's id) of every message that was acknowledged. */
  readonly acknowledged: Map<string, string>;
  readonly conversationOf: Map<string, string>;
  crash(index: number): void;
  letEverythingHappen(): Promise<void>;
  close(): Promise<void>;
}

const customers = ["ada", "ben"];
const people = ["robin", "kim"];
const words = ["hello", "I want to talk to a human", "where is it?", "thanks"];

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...customers),
        fc.constantFrom(...words),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 3 }),
      )
      .map(
        ([from, text, event, times]): Step =>
          (scene) =>
            writes(scene, from, text, `${event}-${text.length}`, times),
      ),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constantFrom(...customers), fc.constantFrom(...people), fc.nat()).map(
      ([from, agentId, pick]): Step =>
        (scene) =>
          asks(scene, from, agentId, pick),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(0, 500, 130_000, 700_000).map(
      (ms): Step =>
        (scene) =>
          passes(scene, ms),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat().map(
      (pick): Step =>
        async (scene) =>
          botWill(scene, pick),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat().map(
      (pick): Step =>
        async (scene) =>
          platformWill(scene, pick),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat({ max: 1 }).map(
      (index): Step =>
        async (scene) =>
          scene.crash(index),
    ),
  },
);

async function createScene(store: OpenStore): Promise<Scene> {
  const clock = testClock();
  const channel = recordingChannel("main.test", { hasIdempotentSend: false });
  const bot = testBot();
  const shared: OpenStore = { store: store.store, close: async () => undefined };
  let started = 0;
  const startOne = () =>
    startTestEngine({ store: shared, clock, channel, bot, processName: `p${++started}-`, limits: { stopGraceMs: 0 } });
  const engines = [startOne(), startOne()];
  for (const id of people) await engines[0]?.engine.agents.add(person(id));
  const scene: Scene = {
    engines,
    sends: channel.sent,
    acknowledged: new Map(),
    conversationOf: new Map(),
    crash(index) {
      // Nobody tells the old one: it may come back with results under leases that are over.
      engines[index] = startOne();
    },
    async letEverythingHappen() {
      bot.answers.length = 0;
      channel.answers.length = 0;
      for (let hour = 0; hour < 3; hour++) await passes(scene, 3_600_000);
    },
    async close() {
      for (const { engine } of engines) await engine.stop();
      await store.close();
    },
  };
  return scene;
}

async function writes(scene: Scene, from: string, text: string, eventId: string, times: number): Promise<void> {
  const id = `${from}:${eventId}`;
  const results = await Promise.all(
    Array.from({ length: times }, (_, index) => engineAt(scene, index).write(from, text, id)),
  );
  const accepted = results.filter(({ status }) => status === "accepted");
  expect(accepted).toHaveLength(scene.acknowledged.has(id) ? 0 : 1);
  scene.acknowledged.set(id, from);
  for (const result of results) {
    if ("conversationId" in result && result.conversationId) scene.conversationOf.set(from, result.conversationId);
  }
}

async function asks(scene: Scene, from: string, agentId: string, pick: number): Promise<void> {
  const id = scene.conversationOf.get(from);
  if (!id) return;
  const { engine } = engineAt(scene, pick % 2);
  const control = (await engine.conversations.get(id))?.control;
  const asked = control?.phase === "queue" ? control.handoff.ask?.pending[0] : undefined;
  const request = asked && { id: requestIdOf(id, asked.recordSeq), agentId: asked.agentId };
  const actor = control?.phase === "human" && pick % 3 > 0 ? control.agentId : agentId;
  const commands: Command[] = [
    { type: "conversation-claimed", agentId: actor },
    { type: "agent-replied", agentId: actor, text: "a person speaks" },
    { type: "conversation-handed-back", agentId: actor, note: null },
    { type: "conversation-closed", agentId: actor, outcome: "resolved", wrapUp: null },
    { type: "request-accepted", requestId: request?.id ?? "none", agentId: request?.agentId ?? actor },
    { type: "request-rejected", requestId: request?.id ?? "none", agentId: request?.agentId ?? actor, reason: "busy" },
  ];
  const command = commands[(pick >> 4) % commands.length];
  if (command) await engine.command(id, command, null);
}

async function passes(scene: Scene, ms: number): Promise<void> {
  const [first, second] = scene.engines;
  await Promise.all([first?.engine.runDue(), second?.engine.runDue()]);
  await first?.pass(ms);
  await second?.pass(0);
}

function botWill(scene: Scene, pick: number): void {
  const { bot } = engineAt(scene, 0);
  const kinds = [
    async () => says(null),
    async () => says("let me get somebody", "beyond me"),
    async () => {
      throw new Error("the bot is down");
    },
    async () => {
      for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setTimeout(resolve, 0));
      return says("a slow answer");
    },
  ];
  const kind = kinds[pick % kinds.length];
  if (kind) bot.answers.push(kind);
}

function platformWill(scene: Scene, pick: number): void {
  const kinds: SendResult[] = [
    { status: "retry", error: "busy", retryAfterMs: null, mayHaveArrived: false },
    { status: "retry", error: "cut", retryAfterMs: null, mayHaveArrived: true },
    { status: "failed", error: "blocked" },
  ];
  const kind = kinds[pick % kinds.length];
  if (kind) engineAt(scene, 0).channel.answers.push(kind);
}

async function expectPromises(scene: Scene): Promise<void> {
  const transcripts = new Map<string, readonly Message[]>();
  for (const [from, id] of scene.conversationOf) {
    const messages = await allMessages(scene, id);
    transcripts.set(id, messages);
    expectEachOnce(scene, from, messages);
    expectContiguousControl(await allRecords(scene, id), messages);
  }
  expectNobodyTalkedOver(scene, transcripts);
}

/** I1, I8: what was acknowledged is there once, numbered without gaps. */
function expectEachOnce(scene: Scene, from: string, messages: readonly Message[]): void {
  const wrote = messages.flatMap(({ providerId }) => providerId ?? []).sort();
  const acknowledged = [...scene.acknowledged].flatMap(([id, who]) => (who === from ? [id] : [])).sort();
  expect(wrote).toEqual(acknowledged);
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
}

/** I2: one record per epoch. I3: bots speak only where they may. */
function expectContiguousControl(records: readonly EngagementRecord[], messages: readonly Message[]): void {
  const controls = records.filter((record) => record.type === "control");
  expect(controls.map(({ epoch }) => epoch)).toEqual(controls.map((_, index) => index + 1));
  const controlAt = new Map(controls.map((record) => [record.epoch, record.to]));
  for (const message of messages) {
    if (message.author.type === "bot") expect(controlAt.get(message.epoch)).toBe("bot");
    if (message.author.type === "agent") expect(controlAt.get(message.epoch)).toBe("human");
  }
}

/** I3 at the wire: what is marked withheld never left. */
function expectNobodyTalkedOver(scene: Scene, transcripts: ReadonlyMap<string, readonly Message[]>): void {
  const left = new Set(scene.sends.map(({ id }) => id));
  for (const [id, messages] of transcripts) {
    for (const message of messages) {
      if (message.delivery.status === "withheld") expect(left).not.toContain(`${id}.m${message.seq}`);
      if (message.delivery.status === "sent") expect(left).toContain(`${id}.m${message.seq}`);
    }
  }
}

/** I9, I10: after enough time nothing is on its way any more; what could not leave says so. */
async function expectNothingLeftUndone(scene: Scene): Promise<void> {
  for (const id of scene.conversationOf.values()) {
    const messages = await allMessages(scene, id);
    const open = messages.filter(({ delivery }) => delivery.status === "queued" || delivery.status === "sending");
    expect(open).toEqual([]);
    const conversation = await engineAt(scene, 0).engine.conversations.get(id);
    if (conversation?.control.phase === "bot") {
      expect(conversation.control.pendingTurn).toBeNull();
      const lastAutomatic = messages.findLast(isAutomatic);
      expect(lastAutomatic?.seq ?? 0).toBeGreaterThan(0);
    }
  }
}

function engineAt(scene: Scene, index: number): TestEngine {
  const engine = scene.engines[index % scene.engines.length];
  if (!engine) throw new Error("no engine");
  return engine;
}

async function allMessages(scene: Scene, id: string): Promise<readonly Message[]> {
  return (await engineAt(scene, 0).engine.conversations.messages(id, { limit: 1_000, afterSeq: 0 })).items;
}

async function allRecords(scene: Scene, id: string): Promise<readonly EngagementRecord[]> {
  return (await engineAt(scene, 0).engine.conversations.records(id, { limit: 1_000, afterSeq: 0 })).items;
}
