import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Effect } from "../../src/core/conversation/effect.ts";
import type { EventBody } from "../../src/core/conversation/event.ts";
import type { MessageContent } from "../../src/core/conversation/message.ts";
import { readConversation } from "../../src/core/conversation/upgrade.ts";
import { chooseAgent } from "../../src/core/routing/choose-agent.ts";
import { policies } from "./policies.ts";
import { conversationId, createWorld, received, replied, type World } from "./world.ts";

const nobodyWanted = {
  declinedBy: [],
  preferredAgentId: null,
  destination: { type: "queue", id: "chat", teamIds: [] },
  exhaustedAt: null,
} as const;

type Move = (world: World) => EventBody | null;

const texts = [
  ...["hello", "I want to talk to a human", "thanks", "and another thing", "please, an agent please", "👍"],
  ...[
    "this is so frustrating, nothing works",
    "you stupid useless bot",
    "yes please",
    "no thanks",
    "where is my order?",
  ],
  ...["I will call my lawyer", "ich möchte mit einem Menschen sprechen", "/agent"],
];
const answers = [
  "an answer",
  "another answer",
  "I am transferring you to a colleague now.",
  "a third answer",
  "a fourth",
];
const agentIds = ["robin", "kim", "nobody"];

const moves = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...texts).map(
      (text): Move =>
        () =>
          received({ type: "text", text }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<MessageContent>(
        { type: "unsupported", raw: "{}" },
        { type: "attachment", kind: "audio", name: null, caption: null },
        { type: "choice", choice: "person", text: "Talk to a person" },
        { type: "choice", choice: "bot", text: "Keep going" },
      )
      .map(
        (content): Move =>
          () =>
            received(content),
      ),
  },
  {
    weight: 4,
    arbitrary: fc.nat().map(
      (pick): Move =>
        (world) =>
          effectResult(world, pick, true),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat().map(
      (pick): Move =>
        (world) =>
          effectResult(world, pick, false),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom(...agentIds), fc.nat()).map(
      ([agentId, pick]): Move =>
        (world) =>
          command(world, agentId, pick),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(1_000, 70_000, 700_000, 80 * 3_600_000).map(
      (ms): Move =>
        (world) => {
          world.now += ms;
          return null;
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...agentIds), fc.boolean()).map(
      ([id, isThere]): Move =>
        (world) =>
          changePresence(world, id, isThere),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(), fc.constantFrom("delivered" as const, "read" as const, "failed" as const)).map(
      ([pick, status]): Move =>
        (world) => ({ type: "delivery-reported", seq: 1 + (pick % (world.messages.size + 1)), status, detail: null }),
    ),
  },
);

describe.each([
  { assistsWhileWaiting: false },
  { assistsWhileWaiting: true },
  { botId: null },
  { policy: policies.alerting },
  { policy: policies.closedAndMuted },
])("with %o", (settings) => {
  test("any sequence of events keeps the promises after every step", () => {
    fc.assert(
      fc.property(fc.array(moves, { minLength: 20, maxLength: 80, size: "max" }), (sequence) => {
        const world = createWorld(settings);
        for (const move of sequence) {
          const body = move(world);
          if (body) world.apply(body);
          expectWholeHistory(world);
        }
        if (world.conversation) {
          expect(readConversation(JSON.parse(JSON.stringify(world.conversation)))).toEqual(world.conversation);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Over the whole record: epochs without gaps, and no bot text in a stretch under a person's control (I2, I3). */
function expectWholeHistory({ records, messages, conversation }: World): void {
  const controls = [...records.values()].filter((record) => record.type === "control");
  expect(controls.map(({ epoch }) => epoch)).toEqual(controls.map((_, index) => index + 1));
  expect(conversation?.epoch ?? 0).toBe(controls.length);
  const controlAt = new Map(controls.map((record) => [record.epoch, record.to]));
  for (const message of messages.values()) {
    if (message.author.type === "bot") expect(["bot", "queue"]).toContain(controlAt.get(message.epoch));
    if (message.author.type === "agent") expect(controlAt.get(message.epoch)).toBe("human");
  }
  const ended = [...records.values()].filter((record) => record.type === "request" && record.end !== null);
  const control = conversation?.control;
  const pending = control?.phase === "queue" && control.handoff.pendingRequest ? 1 : 0;
  expect(records.size).toBe(controls.length + ended.length + pending);
}

/** The result of an effect: of one that is due, or (late, repeated, cancelled) of any there ever was. */
function effectResult(world: World, pick: number, isLive: boolean): EventBody | null {
  const candidates = isLive ? world.effects.filter(({ id }) => world.live.has(id)) : world.effects;
  const planned = candidates[pick % Math.max(1, candidates.length)];
  return planned ? resultOf(world, planned.id, planned.effect, pick) : null;
}

function resultOf(world: World, effectId: string, effect: Effect, pick: number): EventBody {
  switch (effect.type) {
    case "timer":
      return { type: "timer-fired", effectId, timer: effect.timer };
    case "bot-turn":
      if (pick % 5 === 0)
        return { type: "bot-failed", effectId, botId: "bot", epoch: effect.epoch, failure: "error", usage: null };
      return replied({
        effectId,
        epoch: effect.epoch,
        upToSeq: Math.max(0, (world.conversation?.lastSeq ?? 0) - (pick % 3)),
        text: pick % 7 === 0 ? null : (answers[pick % answers.length] ?? null),
        wantsHandoff:
          pick % 6 === 0 ? { reason: "too-hard", note: pick % 12 === 0 ? "asks for a refund" : null } : null,
        topicSupported: pick % 4 === 0 ? false : null,
        confidence: pick % 3 === 0 ? 0.2 : null,
      });
    case "message-send":
      return {
        type: "send-settled",
        effectId,
        seq: effect.seq,
        result: { status: pick % 3 ? "sent" : "unknown", providerId: null },
      };
    case "notify":
    case "packet-build":
      // Neither changes the conversation.
      return { type: "handoff-woken" };
    case "route": {
      const control = world.conversation?.control;
      const wanted = control?.phase === "queue" ? control.handoff : nobodyWanted;
      return {
        type: "route-settled",
        effectId,
        handoffId: effect.handoffId,
        ...chooseAgent([...world.agents.values()], { ...wanted, isTest: false }),
      };
    }
  }
}

function command(world: World, somebody: string, pick: number): EventBody {
  const control = world.conversation?.control;
  const request = control?.phase === "queue" ? control.handoff.pendingRequest : null;
  const agentId = control?.phase === "human" && pick % 3 > 0 ? control.agentId : somebody;
  const requestId = pick % 4 === 0 ? `${conversationId}.h1.r1` : (request?.id ?? "none");
  const commands: EventBody[] = [
    { type: "conversation-claimed", agentId },
    { type: "agent-replied", agentId, text: "hello from a person" },
    { type: "conversation-handed-back", agentId, note: pick % 2 ? "done" : null },
    { type: "conversation-closed", agentId: pick % 3 ? agentId : null, outcome: "resolved" },
    { type: "request-accepted", requestId, agentId: request?.agentId ?? agentId },
    { type: "request-rejected", requestId, agentId: request?.agentId ?? agentId, reason: "in-a-meeting" },
    { type: "note-added", agentId, text: "look at this" },
    { type: "handoff-woken" },
    { type: "conversation-flagged", flag: pick % 2 ? "urgent" : "complex", reason: pick % 3 ? "over the limit" : null },
    { type: "details-changed", addTags: ["vip"], removeTags: pick % 2 ? ["vip"] : [], properties: {} },
    { type: "language-set", agentId, locale: "fr" },
    { type: "restraint-lifted", agentId },
  ];
  return commands[(pick >> 4) % commands.length] as EventBody;
}

function changePresence(world: World, id: string, isThere: boolean): null {
  const agent = world.agents.get(id);
  if (agent) world.agents.set(id, { ...agent, presence: isThere ? "available" : "away" });
  return null;
}
