import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EngagementRecord } from "../../src/core/conversation/record.ts";
import type { Conversation } from "../../src/core/conversation/state.ts";
import { requestIdOf } from "../../src/core/requests/ask.ts";
import { pendingAsks } from "../../src/core/requests/pending-asks.ts";
import type { Settings } from "../../src/core/settings/settings.ts";
import type { Command } from "../../src/engine/commands.ts";
import type { OpenStore } from "../../src/ports/store.ts";
import { testClock } from "../support/clock.ts";
import { person, startTestEngine, type TestEngine } from "../support/engine.ts";
import { quietSettings } from "../support/quiet-settings.ts";
import { recordingChannel } from "../support/recording-channel.ts";
import { testBot } from "../support/test-bot.ts";
import type { WithStore } from "./promises.ts";

/**
 * I2, I5, I6 and I7 through the real engine: many people ask, accept, decline, take back, give away and go at the same
 * moment, on two engines that work on one store.
 */
export function requestPromises(name: string, withStore: WithStore, numRuns: number): void {
  describe.each([
    ["asked one by one", quietSettings],
    ["asked all at once", broadcasting()],
  ])(`people on ${name}, %s`, (_how, starter) => {
    test("keep the promises, whatever they do at once", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 20, size: "max" }), (sequence) =>
          withStore((store) => play(sequence, store, starter)),
        ),
        { numRuns, endOnFailure: true },
      );
    }, 120_000);
  });
}

const customers = ["ada", "ben", "cem"];
const people = ["robin", "kim", "sam"];
/** Takes what she likes, also beyond her capacity: that is hers to decide. */
const lead = "lee";

type Step = (scene: Scene) => Promise<void>;

interface Scene {
  readonly engines: TestEngine[];
  readonly conversationOf: Map<string, string>;
  /** How every request ended, once it has. */
  readonly ended: Map<string, string>;
  /** Messages so far, so that each has an id of its own. */
  written(): number;
  crash(index: number): void;
}

interface Action {
  readonly customer: string;
  readonly agentId: string;
  readonly pick: number;
}

const action: fc.Arbitrary<Action> = fc.record({
  customer: fc.constantFrom(...customers),
  agentId: fc.constantFrom(...people, lead),
  pick: fc.nat(),
});

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...customers), fc.nat({ max: 1_000_000 })).map(
      ([customer, pick]): Step =>
        (scene) =>
          amongColleagues(scene, customer, pick),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...customers),
        fc.constantFrom("I want to talk to a human", "are you there?", "never mind"),
      )
      .map(
        ([from, text]): Step =>
          (scene) =>
            writes(scene, from, text),
      ),
  },
  {
    weight: 6,
    arbitrary: fc.array(action, { minLength: 1, maxLength: 6 }).map(
      (actions): Step =>
        (scene) =>
          atOnce(scene, actions),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(1_000, 130_000, 700_000).map(
      (ms): Step =>
        (scene) =>
          passes(scene, ms),
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

async function play(sequence: readonly Step[], store: OpenStore, starter: Settings): Promise<void> {
  const scene = await createScene(store, starter);
  try {
    for (const from of customers) await writes(scene, from, "I want to talk to a human");
    for (const step of sequence) {
      await step(scene);
      for (const { engine } of scene.engines) await engine.settleAll();
      await expectPromises(scene);
    }
    for (let hour = 0; hour < 3; hour++) await passes(scene, 3_600_000);
    await expectPromises(scene);
    await expectNothingForgotten(scene);
  } finally {
    for (const { engine } of scene.engines) await engine.stop();
    await store.close();
  }
}

async function createScene(store: OpenStore, starter: Settings): Promise<Scene> {
  const shared: OpenStore = { store: store.store, close: async () => undefined };
  const [clock, channel, bot] = [testClock(), recordingChannel("main.test", { hasPresence: true }), testBot()];
  let started = 0;
  const startOne = () => {
    const limits = { stopGraceMs: 0 };
    return startTestEngine({ store: shared, starter, clock, channel, bot, limits, processName: `p${++started}-` });
  };
  const engines = [startOne(), startOne()];
  // One is soon full, the others may be asked by colleagues.
  for (const [index, id] of people.entries()) {
    await engines[0]?.engine.agents.add(person(id, { capacity: index === 0 ? 1 : 2 }));
  }
  await engines[0]?.engine.agents.add(person(lead, { role: "lead", capacity: 2 }));
  let written = 0;
  return {
    engines,
    conversationOf: new Map(),
    ended: new Map(),
    written: () => ++written,
    crash(index) {
      engines[index] = startOne();
    },
  };
}

async function writes(scene: Scene, from: string, text: string): Promise<void> {
  const result = await engineAt(scene, text.length).write(from, text, `${from}-${scene.written()}`);
  if ("conversationId" in result && result.conversationId) scene.conversationOf.set(from, result.conversationId);
  for (const { engine } of scene.engines) await engine.settleAll();
}

/** What each of them sees is looked up first: then everybody acts on it at the same moment. */
async function atOnce(scene: Scene, actions: readonly Action[]): Promise<void> {
  const wanted = await Promise.all(actions.map((one) => commandOf(scene, one)));
  await Promise.all(wanted.map((act, index) => act(engineAt(scene, index))));
}

async function commandOf(scene: Scene, { customer, agentId, pick }: Action) {
  const id = scene.conversationOf.get(customer) ?? "none";
  const conversation = await engineAt(scene, pick).engine.conversations.get(id);
  if (pick % 11 === 0 || !conversation) {
    const presence = pick % 2 === 0 ? "available" : "away";
    return ({ engine }: TestEngine) => engine.agents.change(agentId, { presence });
  }
  const commands = commandsOf(conversation, agentId, pick);
  const command = commands[(pick >> 3) % commands.length];
  if (!command) throw new Error("There is no such command.");
  return ({ engine }: TestEngine) => engine.command(id, command, null);
}

function commandsOf({ id, control }: Conversation, agentId: string, pick: number): readonly Command[] {
  const asked = pendingAsks(control).flatMap(({ pending }) => pending);
  const one = asked[pick % Math.max(1, asked.length)];
  const requestId = one ? requestIdOf(id, one.recordSeq) : `${id}.r1`;
  const whom = one?.agentId ?? agentId;
  const holder = control.phase === "human" ? control.agentId : agentId;
  const other = people[pick % people.length] ?? lead;
  const answers: readonly Command[] = [
    { type: "request-accepted", requestId, agentId: whom },
    { type: "request-rejected", requestId, agentId: whom, reason: "In a meeting" },
    { type: "request-withdrawn", requestId, agentId: pick % 2 ? holder : lead, reason: "No longer needed" },
  ];
  return [
    ...answers,
    ...answers,
    { type: "request-made", kind: "assign", byAgentId: holder, agentId: other, role: null, note: null },
    { type: "request-made", kind: "discuss", byAgentId: holder, agentId: other, role: null, note: null },
    { type: "discussion-ended", agentId: other, byAgentId: holder },
    { type: "conversation-claimed", agentId: lead },
    {
      ...{ type: "conversation-assigned", agentId: other, byAgentId: lead, jobId: null },
      ...{ evenIfAway: pick % 2 === 0, tellsCustomer: true },
    },
    { type: "conversation-unassigned", byAgentId: lead, destination: null, note: null },
    { type: "agent-replied", agentId: holder, text: "hello" },
    { type: "conversation-closed", agentId: holder, outcome: "resolved", wrapUp: null },
    { type: "wait-chosen", choice: (["later", "here", "cancel"] as const)[pick % 3] ?? "here" },
  ];
}

/** Somebody has it and asks a colleague; then both, the lead and the next colleague act on it at once. */
async function amongColleagues(scene: Scene, customer: string, pick: number): Promise<void> {
  const id = scene.conversationOf.get(customer) ?? "none";
  const { engine } = engineAt(scene, pick);
  const [holder = lead, other = lead] = people.slice(pick % 2);
  await engine.command(id, { type: "conversation-claimed", agentId: lead }, null);
  const kind = pick % 5 === 0 ? "discuss" : "assign";
  const asks = { type: "request-made", kind, byAgentId: lead, role: null, note: null } as const;
  await engine.command(id, { ...asks, agentId: holder }, null);
  await engine.command(id, { ...asks, kind: "discuss", agentId: other }, null);
  await engine.settleAll();
  const picks = [pick, pick + 8, pick + 16].slice(0, 1 + (pick % 3));
  await atOnce(
    scene,
    picks.map((one) => ({ customer, agentId: holder, pick: one })),
  );
}

async function passes(scene: Scene, ms: number): Promise<void> {
  const [first, second] = scene.engines;
  await Promise.all([first?.engine.runDue(), second?.engine.runDue()]);
  await first?.pass(ms);
  await second?.pass(0);
}

async function expectPromises(scene: Scene): Promise<void> {
  const conversations = await conversationsOf(scene);
  for (const conversation of conversations) {
    const records = await recordsOf(scene, conversation.id);
    expectOneController(conversation, records);
    expectEachEndsOnce(scene, conversation, records);
  }
  await expectHoldsFit(scene, conversations);
}

/** I2: one record for every epoch, and the last one says who has it. */
function expectOneController({ control, epoch }: Conversation, records: readonly EngagementRecord[]): void {
  const controls = records.filter((record) => record.type === "control");
  expect(controls.map((record) => record.epoch)).toEqual(controls.map((_, index) => index + 1));
  expect(epoch).toBe(controls.length);
  expect(controls.at(-1)).toMatchObject({
    to: control.phase,
    agentId: control.phase === "human" ? control.agentId : null,
  });
}

/** I6: open are those who are asked now and nobody else; what has ended never ends otherwise. */
function expectEachEndsOnce(scene: Scene, { control }: Conversation, records: readonly EngagementRecord[]): void {
  const requests = records.filter((record) => record.type === "request");
  const pending = pendingAsks(control).flatMap((ask) => ask.pending.map(({ recordSeq }) => recordSeq));
  expect(requests.filter(({ end }) => end === null).map(({ seq }) => seq)).toEqual(pending.sort((a, b) => a - b));
  for (const { requestId, end } of requests) {
    if (!end) continue;
    const before = scene.ended.get(requestId);
    if (before !== undefined) expect(JSON.stringify(end)).toBe(before);
    scene.ended.set(requestId, JSON.stringify(end));
    if (end.status === "rejected" || end.status === "withdrawn") expect(end.reason).not.toBeNull();
  }
}

/** I7: a place is kept with whoever is asked to take it or has it, nobody else, and never one too many. */
async function expectHoldsFit(scene: Scene, conversations: readonly Conversation[]): Promise<void> {
  const expected = new Map<string, Record<string, string>>([...people, lead].map((id) => [id, {}]));
  for (const { id, control } of conversations) {
    const asks = pendingAsks(control).filter(({ kind }) => kind !== "discuss");
    for (const { agentId } of asks.flatMap(({ pending }) => pending)) place(expected, agentId, id, "offered");
    if (control.phase === "human") place(expected, control.agentId, id, control.isIdle ? "idle" : "open");
  }
  for (const agent of await engineAt(scene, 0).engine.agents.list()) {
    const held = Object.entries(agent.holds).map(([id, { as }]) => [id, as] as const);
    expect([agent.id, Object.fromEntries(held)]).toEqual([agent.id, expected.get(agent.id)]);
    const taken = held.filter(([, as]) => as !== "idle").length;
    if (agent.id !== lead) expect(taken).toBeLessThanOrEqual(agent.capacity);
  }
}

function place(expected: Map<string, Record<string, string>>, agentId: string, id: string, as: string): void {
  const holds = expected.get(agentId);
  if (holds) holds[id] = as;
}

/** I5: whoever still waits after hours has been told so, and people know. */
async function expectNothingForgotten(scene: Scene): Promise<void> {
  for (const { control } of await conversationsOf(scene)) {
    if (control.phase === "queue") expect(control.handoff.exhaustedAt).not.toBeNull();
  }
}

async function conversationsOf(scene: Scene): Promise<readonly Conversation[]> {
  const { engine } = engineAt(scene, 0);
  const found = await Promise.all([...scene.conversationOf.values()].map((id) => engine.conversations.get(id)));
  return found.filter((conversation) => conversation !== null);
}

async function recordsOf(scene: Scene, id: string): Promise<readonly EngagementRecord[]> {
  return (await engineAt(scene, 0).engine.conversations.records(id, { limit: 1_000, afterSeq: 0 })).items;
}

function broadcasting(): Settings {
  const { chat } = quietSettings.queues;
  if (!chat) throw new Error("The starter has a queue for chats.");
  const strategy = { type: "broadcast", most: 10 } as const;
  return { ...quietSettings, queues: { ...quietSettings.queues, chat: { ...chat, strategy } } };
}

function engineAt(scene: Scene, index: number): TestEngine {
  const engine = scene.engines[index % scene.engines.length];
  if (!engine) throw new Error("no engine");
  return engine;
}
