import { describe, expect, test } from "vitest";
import type { EventBody, EventType } from "../../src/core/conversation/event.ts";
import type { Phase } from "../../src/core/conversation/state.ts";
import { requestIdOf } from "../../src/core/requests/ask.ts";
import { pendingAsks } from "../../src/core/requests/pending-asks.ts";
import type { RoutingDecision } from "../../src/core/routing/decision.ts";
import { conversationId, createWorld, goneAgent, received, replied, type World } from "./world.ts";

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
  "conversation-assigned": { bot: "applied", queue: "applied", human: "applied", closed: "conversation-closed" },
  "conversation-unassigned": { bot: "applied", queue: "ignored", human: "applied", closed: "conversation-closed" },
  "conversation-snoozed": {
    bot: "not-in-control",
    queue: "not-in-control",
    human: "applied",
    closed: "conversation-closed",
  },
  "request-made": { bot: "not-in-control", queue: "not-in-control", human: "applied", closed: "conversation-closed" },
  "request-withdrawn": { bot: "request-ended", queue: "applied", human: "request-ended", closed: "request-ended" },
  "discussion-ended": { bot: "ignored", queue: "ignored", human: "ignored", closed: "ignored" },
  "owner-changed": { bot: "ignored", queue: "applied", human: "applied", closed: "ignored" },
  "wait-chosen": { bot: "ignored", queue: "applied", human: "ignored", closed: "ignored" },
  "wrap-up-noted": { bot: "ignored", queue: "ignored", human: "applied", closed: "applied" },
  "details-changed": { bot: "applied", queue: "applied", human: "applied", closed: "applied" },
  "language-set": { bot: "applied", queue: "applied", human: "applied", closed: "applied" },
  "restraint-lifted": { bot: "ignored", queue: "ignored", human: "ignored", closed: "ignored" },
  "check-in-due": { bot: "ignored", queue: "ignored", human: "ignored", closed: "applied" },
  "survey-due": { bot: "ignored", queue: "ignored", human: "ignored", closed: "ignored" },
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
    const robin = world.agents.get("robin");
    // Whether somebody is there is what their document says.
    if (type === "owner-changed" && robin) world.agents.set("robin", goneAgent(robin, "away", world.now));
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
    decision: asksRobin,
  });
  if (phase === "queue") return world;
  world.apply({ type: "conversation-claimed", agentId: "robin" });
  if (phase === "closed")
    world.apply({ type: "conversation-closed", agentId: "robin", outcome: "resolved", wrapUp: null });
  return world;
}

const asksRobin: RoutingDecision = {
  outcome: { type: "ask", agentIds: ["robin"] },
  ...{ by: "longest-idle", step: 0, candidates: [], elsewhere: 0 },
};

function answerTurn(world: World): void {
  const effectId = lastEffect(world, "bot-turn");
  world.apply(replied({ effectId, epoch: 1, upToSeq: 1, text: "hi" }));
}

function eventOf(type: EventType, world: World): EventBody {
  const effectId = world.conversation ? lastEffect(world, "bot-turn") : "none";
  const ask = world.conversation ? pendingAsks(world.conversation.control)[0] : undefined;
  const requestId = ask?.pending[0] ? requestIdOf(conversationId, ask.pending[0].recordSeq) : "none";
  const handoffId = handoffOf(world);
  const events: { [T in EventType]: Extract<EventBody, { type: T }> } = {
    "message-received": received("again"),
    "bot-replied": replied({ effectId, epoch: 1, upToSeq: 3, text: "x" }),
    "bot-failed": { type: "bot-failed", effectId, botId: "bot", epoch: 1, failure: "error", usage: null },
    "route-settled": { type: "route-settled", effectId, handoffId, decision: asksRobin },
    "handoff-woken": { type: "handoff-woken" },
    "conversation-claimed": { type: "conversation-claimed", agentId: "robin" },
    "request-accepted": { type: "request-accepted", requestId, agentId: "robin" },
    "request-rejected": { type: "request-rejected", requestId, agentId: "robin", reason: "in-a-meeting" },
    "agent-replied": { type: "agent-replied", agentId: "robin", text: "hi" },
    "note-added": { type: "note-added", agentId: "robin", text: "note" },
    "conversation-handed-back": { type: "conversation-handed-back", agentId: "robin", note: null },
    "conversation-closed": { type: "conversation-closed", agentId: "robin", outcome: "resolved", wrapUp: null },
    "conversation-flagged": { type: "conversation-flagged", flag: "complex", reason: "two invoices" },
    "conversation-assigned": {
      ...{ type: "conversation-assigned", agentId: "lee", byAgentId: null },
      ...{ evenIfAway: false, jobId: null, tellsCustomer: true },
    },
    "conversation-unassigned": { type: "conversation-unassigned", byAgentId: null, destination: null, note: null },
    "conversation-snoozed": { type: "conversation-snoozed", agentId: "robin", until: world.now + 60_000 },
    "request-made": {
      ...{ type: "request-made", kind: "assign", byAgentId: "robin", agentId: "lee", role: null, note: null },
    },
    "request-withdrawn": { type: "request-withdrawn", requestId, agentId: "lee", reason: "no longer needed" },
    "discussion-ended": { type: "discussion-ended", agentId: "lee", byAgentId: "robin" },
    "owner-changed": { type: "owner-changed", agentId: "robin", because: "away" },
    "wait-chosen": { type: "wait-chosen", choice: "later" },
    "wrap-up-noted": {
      type: "wrap-up-noted",
      agentId: "robin",
      wrapUp: { outcome: null, botCouldHave: true, wrongTeam: false },
    },
    "details-changed": { type: "details-changed", addTags: ["vip"], removeTags: [], properties: {} },
    "language-set": { type: "language-set", agentId: "robin", locale: "de" },
    "restraint-lifted": { type: "restraint-lifted", agentId: "robin" },
    "check-in-due": { type: "check-in-due", taskId: "tsk_1", since: world.now },
    // Nobody is asked with these settings.
    "survey-due": { type: "survey-due", engagement: 1, epoch: world.conversation?.epoch ?? 0, url: null },
    "timer-fired": {
      type: "timer-fired",
      effectId: lastEffect(world, "timer"),
      timer: { kind: "request-expiry", askId: ask?.id ?? "none" },
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
