import { describe, expect, test } from "vitest";
import type { EventBody, EventType } from "../../src/core/conversation/event.ts";
import type { Phase } from "../../src/core/conversation/state.ts";
import { conversationId, createWorld, received, replied, type World } from "./world.ts";

/** What every event does in every phase. An `applied` with nothing but a revision would be a mistake, so none is. */
const expected: Record<EventType, Record<Phase, string>> = {
  "message-received": { bot: "applied", queue: "applied", human: "applied", closed: "applied" },
  "bot-replied": { bot: "applied", queue: "ignored", human: "ignored", closed: "ignored" },
  "bot-failed": { bot: "applied", queue: "ignored", human: "ignored", closed: "ignored" },
  "route-settled": { bot: "ignored", queue: "ignored", human: "ignored", closed: "ignored" },
  "handoff-woken": { bot: "ignored", queue: "ignored", human: "ignored", closed: "ignored" },
  "conversation-claimed": { bot: "applied", queue: "applied", human: "ignored", closed: "conversation-closed" },
  "request-accepted": { bot: "request-ended", queue: "applied", human: "ignored", closed: "request-ended" },
  "request-rejected": { bot: "request-ended", queue: "applied", human: "request-ended", closed: "request-ended" },
  "agent-replied": { bot: "not-in-control", queue: "not-in-control", human: "applied", closed: "conversation-closed" },
  "note-added": { bot: "applied", queue: "applied", human: "applied", closed: "applied" },
  "conversation-handed-back": {
    bot: "not-in-control",
    queue: "not-in-control",
    human: "applied",
    closed: "conversation-closed",
  },
  "conversation-closed": { bot: "applied", queue: "applied", human: "applied", closed: "ignored" },
  "conversation-flagged": { bot: "applied", queue: "applied", human: "applied", closed: "conversation-closed" },
  "details-changed": { bot: "applied", queue: "applied", human: "applied", closed: "applied" },
  "language-set": { bot: "applied", queue: "applied", human: "applied", closed: "applied" },
  "restraint-lifted": { bot: "ignored", queue: "ignored", human: "ignored", closed: "ignored" },
  "timer-fired": { bot: "ignored", queue: "applied", human: "ignored", closed: "ignored" },
  "send-settled": { bot: "applied", queue: "applied", human: "applied", closed: "applied" },
  "delivery-reported": { bot: "applied", queue: "applied", human: "applied", closed: "applied" },
};

const phases: readonly Phase[] = ["bot", "queue", "human", "closed"];
const pairs = Object.entries(expected).flatMap(([type, row]) =>
  phases.map((phase) => [type as EventType, phase, row[phase]] as const),
);

describe("every event in every phase", () => {
  test.each(pairs)("%s in %s: %s", (type, phase, outcome) => {
    const world = worldIn(phase);
    const decision = world.apply(eventOf(type, world));
    expect(decision.status === "refused" ? decision.code : decision.status).toBe(outcome);
    if (decision.status === "ignored") expect(decision.because).not.toBe("");
  });
});

test("nothing but a customer's message begins a conversation", () => {
  for (const type of Object.keys(expected) as EventType[]) {
    const decision = createWorld().apply(eventOf(type, createWorld()));
    expect(decision.status).toBe(type === "message-received" ? "applied" : "ignored");
  }
});

/** One conversation in each phase, with something sent and a request pending in the queue. */
function worldIn(phase: Phase): World {
  const world = createWorld();
  world.apply(received("hello"));
  answerTurn(world);
  if (phase === "bot") {
    world.apply(received("and then?"));
    return world;
  }
  world.apply(received("I want to talk to a human"));
  const handoffId = handoffOf(world);
  world.apply({
    type: "route-settled",
    effectId: lastEffect(world, "route"),
    handoffId,
    agentId: "robin",
    isDirect: false,
    candidates: [],
  });
  if (phase === "queue") return world;
  world.apply({ type: "conversation-claimed", agentId: "robin" });
  if (phase === "closed") world.apply({ type: "conversation-closed", agentId: "robin", outcome: "resolved" });
  return world;
}

function answerTurn(world: World): void {
  const effectId = lastEffect(world, "bot-turn");
  world.apply(replied({ effectId, epoch: 1, upToSeq: 1, text: "hi" }));
}

function eventOf(type: EventType, world: World): EventBody {
  const effectId = world.conversation ? lastEffect(world, "bot-turn") : "none";
  const requestId = `${handoffOf(world)}.r1`;
  const handoffId = handoffOf(world);
  const events: { [T in EventType]: Extract<EventBody, { type: T }> } = {
    "message-received": received("again"),
    "bot-replied": replied({ effectId, epoch: 1, upToSeq: 3, text: "x" }),
    "bot-failed": { type: "bot-failed", effectId, botId: "bot", epoch: 1, failure: "error", usage: null },
    "route-settled": { type: "route-settled", effectId, handoffId, agentId: "robin", isDirect: false, candidates: [] },
    "handoff-woken": { type: "handoff-woken" },
    "conversation-claimed": { type: "conversation-claimed", agentId: "robin" },
    "request-accepted": { type: "request-accepted", requestId, agentId: "robin" },
    "request-rejected": { type: "request-rejected", requestId, agentId: "robin", reason: "in-a-meeting" },
    "agent-replied": { type: "agent-replied", agentId: "robin", text: "hi" },
    "note-added": { type: "note-added", agentId: "robin", text: "note" },
    "conversation-handed-back": { type: "conversation-handed-back", agentId: "robin", note: null },
    "conversation-closed": { type: "conversation-closed", agentId: "robin", outcome: "resolved" },
    "conversation-flagged": { type: "conversation-flagged", flag: "complex", reason: "two invoices" },
    "details-changed": { type: "details-changed", addTags: ["vip"], removeTags: [], properties: {} },
    "language-set": { type: "language-set", agentId: "robin", locale: "de" },
    "restraint-lifted": { type: "restraint-lifted", agentId: "robin" },
    "timer-fired": {
      type: "timer-fired",
      effectId: lastEffect(world, "timer"),
      timer: { kind: "request-expiry", requestId },
    },
    "send-settled": { type: "send-settled", effectId: "x", seq: 2, result: { status: "sent", providerId: null } },
    "delivery-reported": { type: "delivery-reported", seq: 2, status: "read", detail: null },
  };
  return events[type];
}

function handoffOf(world: World): string {
  const control = world.conversation?.control;
  return control?.phase === "queue" ? control.handoff.id : `${conversationId}.h0`;
}

function lastEffect(world: World, type: string): string {
  return world.effects.findLast(({ effect }) => effect.type === type)?.id ?? "none";
}
