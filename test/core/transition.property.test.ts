import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Effect } from "../../src/core/conversation/effect.ts";
import type { EventBody } from "../../src/core/conversation/event.ts";
import type { MessageContent } from "../../src/core/conversation/message.ts";
import { readConversation } from "../../src/core/conversation/upgrade.ts";
import { plainLoad } from "../../src/core/people/agent.ts";
import { requestIdOf } from "../../src/core/requests/ask.ts";
import { pendingAsks } from "../../src/core/requests/pending-asks.ts";
import { decideRoute } from "../../src/core/routing/decide-route.ts";
import type { RoutingDecision } from "../../src/core/routing/decision.ts";
import type { OverflowAction } from "../../src/core/routing/queue.ts";
import { policies } from "./policies.ts";
import { conversationId, createWorld, received, replied, type World } from "./world.ts";

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
  ...["never mind, I found it", "I will call my lawyer", "ich möchte mit einem Menschen sprechen", "/agent", "5"],
];
const answers = [
  "an answer",
  "another answer",
  "I am transferring you to a colleague now.",
  "a third answer",
  "a fourth",
];
const agentIds = ["robin", "kim", "lee", "nobody"];

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
        { type: "choice", choice: "wait-later", text: "Answer me later" },
        { type: "choice", choice: "wait-here", text: "Wait here" },
        { type: "choice", choice: "wait-cancel", text: "Never mind" },
        { type: "choice", choice: "rating-2", text: "2" },
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
  { policy: policies.promising },
  { policy: policies.asking },
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
    // I3: what the system writes after the end is written to nobody who waits for a person or has one.
    const moment = message.author.type === "system" ? message.author.moment : null;
    if (moment === "followup.checkin") expect(["bot", "closed"]).toContain(controlAt.get(message.epoch));
    if (moment === "csat.request") expect(controlAt.get(message.epoch)).toBe("closed");
  }
  const open = [...records.values()].filter((record) => record.type === "request" && record.end === null);
  const asked = conversation ? pendingAsks(conversation.control).flatMap(({ pending }) => pending) : [];
  // I6: a request is pending, or has exactly one end; nothing is left open behind it.
  expect(open.map(({ seq }) => seq)).toEqual(asked.map(({ recordSeq }) => recordSeq));
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
    case "task-create":
      return { type: "check-in-due", taskId: effectId, since: world.now - (pick % 3) * 1_000 };
    case "survey-ask":
      return { type: "survey-due", engagement: effect.engagement, epoch: effect.epoch, url: null };
    case "survey-answer":
    case "notify":
    case "hold-release":
    case "packet-build":
      // Neither changes the conversation.
      return { type: "handoff-woken" };
    case "route":
      return { type: "route-settled", effectId, handoffId: effect.handoffId, decision: routed(world, pick) };
  }
}

/** What routing would find, and now and then what it would find elsewhere: everybody, or too long a wait. */
function routed(world: World, pick: number): RoutingDecision {
  const { conversation, agents, policy, now: at } = world;
  const found = { by: "random", step: 0, candidates: [], elsewhere: 0 };
  if (conversation?.control.phase !== "queue") return { ...found, outcome: { type: "nobody" } };
  if (pick % 11 === 0) return { ...found, outcome: { type: "ask", agentIds: [...agents.keys()] } };
  if (pick % 13 === 0)
    return { ...found, outcome: { type: "overflow", action: overflows[pick % overflows.length] ?? bot } };
  const { handoff } = conversation.control;
  return decideRoute({
    ...{ handoff, conversation, load: plainLoad, agents: [...agents.values()], policy, at, external: null },
  });
}

const bot = { type: "bot" } as const;
const overflows: readonly OverflowAction[] = [
  bot,
  { type: "queue", id: "e-mail" },
  { type: "call-back", template: "call-back" },
  { type: "task", template: "internal-note" },
];

function command(world: World, somebody: string, pick: number): EventBody {
  const control = world.conversation?.control;
  const asked = control ? pendingAsks(control).flatMap(({ pending }) => pending) : [];
  const request = asked[pick % Math.max(1, asked.length)];
  const agentId = control?.phase === "human" && pick % 3 > 0 ? control.agentId : somebody;
  const requestId =
    pick % 4 === 0 ? `${conversationId}.r1` : request ? requestIdOf(conversationId, request.recordSeq) : "none";
  const other = agentIds[pick % agentIds.length] ?? "robin";
  const because = pick % 3 === 0 ? null : pick % 3 === 1 ? "away" : "left";
  const wrapUp = { outcome: null, botCouldHave: pick % 2 === 0, wrongTeam: false };
  const commands: EventBody[] = [
    { type: "conversation-claimed", agentId },
    { type: "agent-replied", agentId, text: "hello from a person" },
    { type: "conversation-handed-back", agentId, note: pick % 2 ? "done" : null },
    { type: "conversation-closed", agentId: pick % 3 ? agentId : null, outcome: "resolved", wrapUp: null },
    { type: "request-accepted", requestId, agentId: request?.agentId ?? agentId },
    { type: "request-rejected", requestId, agentId: request?.agentId ?? agentId, reason: "in-a-meeting" },
    { type: "note-added", agentId, text: "look at this" },
    { type: "handoff-woken" },
    { type: "conversation-flagged", flag: pick % 2 ? "urgent" : "complex", reason: pick % 3 ? "over the limit" : null },
    { type: "details-changed", addTags: ["vip"], removeTags: pick % 2 ? ["vip"] : [], properties: {} },
    { type: "language-set", agentId, locale: "fr" },
    { type: "restraint-lifted", agentId },
    {
      type: "request-made",
      kind: "assign",
      byAgentId: agentId,
      agentId: other,
      role: null,
      note: pick % 2 ? "please" : null,
    },
    {
      type: "request-made",
      kind: "discuss",
      byAgentId: agentId,
      agentId: other,
      role: pick % 5 ? null : "lead",
      note: null,
    },
    { type: "request-withdrawn", requestId, agentId: pick % 2 ? agentId : "lee", reason: "no longer needed" },
    { type: "discussion-ended", agentId: other, byAgentId: agentId },
    {
      type: "conversation-assigned",
      agentId: other,
      byAgentId: pick % 2 ? null : "lee",
      evenIfAway: pick % 3 === 0,
      jobId: pick % 5 ? null : "job_1",
      tellsCustomer: pick % 7 > 0,
    },
    {
      type: "conversation-unassigned",
      byAgentId: pick % 2 ? null : agentId,
      destination: pick % 3 ? null : { type: "queue", id: "e-mail" },
      note: null,
    },
    { type: "owner-changed", agentId, because },
    { type: "conversation-snoozed", agentId, until: world.now + (pick % 5) * 600_000 },
    { type: "wait-chosen", choice: (["here", "later", "email", "cancel"] as const)[pick % 4] ?? "here" },
    { type: "wrap-up-noted", agentId, wrapUp },
  ];
  return commands[(pick >> 4) % commands.length] as EventBody;
}

function changePresence(world: World, id: string, isThere: boolean): null {
  const agent = world.agents.get(id);
  if (agent) world.agents.set(id, { ...agent, presence: isThere ? "available" : "away" });
  return null;
}
