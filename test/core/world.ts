import { expect } from "vitest";
import { noWorkload } from "../../src/core/conversation/context.ts";
import type { Applied, Decision } from "../../src/core/conversation/decision.ts";
import type { PlannedEffect } from "../../src/core/conversation/effect.ts";
import type { BotReplied, ConversationEvent, EventBody } from "../../src/core/conversation/event.ts";
import { involvedAgents } from "../../src/core/conversation/involved-agents.ts";
import type { Message, MessageContent } from "../../src/core/conversation/message.ts";
import type { EngagementRecord } from "../../src/core/conversation/record.ts";
import { type ConversationSettings, defaultConversationSettings } from "../../src/core/conversation/settings.ts";
import type { Conversation, GoneReason } from "../../src/core/conversation/state.ts";
import { transition } from "../../src/core/conversation/transition.ts";
import { violations } from "../../src/core/invariants.ts";
import { type Agent, release } from "../../src/core/people/agent.ts";
import { disconnect } from "../../src/core/people/choose-status.ts";
import { pendingAsks } from "../../src/core/requests/pending-asks.ts";
import { compilePolicy, type Policy } from "../../src/core/settings/policy.ts";
import { noSwitches } from "../../src/core/settings/settings.ts";
import { person } from "../support/engine.ts";
import { quietSettings } from "../support/quiet-settings.ts";

export const conversationId = "con_1";
const quietPolicy = compilePolicy(1, quietSettings, noSwitches);

/** One conversation and all that its decisions have set in motion, carried out by the test's hand. */
export interface World {
  conversation: Conversation | null;
  now: number;
  readonly agents: Map<string, Agent>;
  readonly messages: Map<number, Message>;
  readonly records: Map<number, EngagementRecord>;
  /** Also those that ran or were cancelled: an old lease may still come back with a result. */
  readonly effects: PlannedEffect[];
  readonly live: Set<string>;
  readonly settings: ConversationSettings;
  readonly policy: Policy;
  /** Whether the customer looks on. */
  readonly hasPresence: boolean;
  readonly hasButtons: boolean;
  readonly channelKind: string;
  apply(body: EventBody): Decision;
}

export interface WorldOptions extends Partial<ConversationSettings> {
  readonly policy?: Policy;
  readonly hasPresence?: boolean;
  readonly hasButtons?: boolean;
  readonly channelKind?: string;
}

export function createWorld(options: WorldOptions = {}): World {
  const { policy = quietPolicy, hasPresence = true, hasButtons = true, channelKind = "test", ...settings } = options;
  let events = 0;
  const world: World = {
    conversation: null,
    now: Date.UTC(2026, 10, 21),
    agents: new Map(
      [person("robin", { capacity: 1 }), person("kim", { presence: "away" }), person("lee", { role: "lead" })].map(
        (a) => [a.id, a],
      ),
    ),
    messages: new Map(),
    records: new Map(),
    effects: [],
    live: new Set(),
    settings: { ...defaultConversationSettings, botId: "bot", ...settings },
    policy,
    hasPresence,
    hasButtons,
    channelKind,
    apply(body) {
      const event: ConversationEvent = { ...body, id: `e${++events}`, at: world.now };
      const context = contextFor(world, event);
      const before = world.conversation;
      const decision = transition(before, event, context, conversationId);
      expect(transition(before, event, context, conversationId)).toEqual(decision);
      if ("effectId" in event) {
        expectLateResultsAreIgnored(world, event, decision);
        world.live.delete(event.effectId);
      }
      if (decision.status === "applied") carryOut(world, before, decision);
      return decision;
    },
  };
  return world;
}

function contextFor(world: World, event: ConversationEvent) {
  const { hasPresence, hasButtons, channelKind } = world;
  const involved = involvedAgents(world.conversation, event).flatMap((id) => world.agents.get(id) ?? []);
  return {
    settings: world.settings,
    policy: world.policy,
    channel: { ...{ id: "main.test", maxTextLength: 4_000, hasButtons }, hasPresence, kind: channelKind },
    customerName: null,
    workload: noWorkload,
    agents: Object.fromEntries(involved.map((agent) => [agent.id, agent])),
    message: "seq" in event ? (world.messages.get(event.seq) ?? null) : null,
  };
}

function carryOut(world: World, before: Conversation | null, decision: Applied): void {
  expect(violations(before, decision)).toEqual([]);
  for (const { id } of decision.effects) {
    expect(world.effects.map((effect) => effect.id)).not.toContain(id);
    world.live.add(id);
  }
  for (const id of decision.cancels) world.live.delete(id);
  world.effects.push(...decision.effects);
  for (const message of decision.messages) world.messages.set(message.seq, message);
  for (const record of decision.records) world.records.set(record.seq, record);
  for (const agent of decision.agents) world.agents.set(agent.id, agent);
  for (const { effect } of decision.effects) if (effect.type === "hold-release") letGo(world, effect.agentId);
  world.conversation = decision.conversation;
  expectHoldsFit(world);
  expectWakeUpIsStored(world);
  expectDeadlineIsStored(world);
  expectTimersAreStored(world);
}

/** Right after the commit, in one of its own. */
function letGo(world: World, agentId: string): void {
  const agent = world.agents.get(agentId);
  if (agent?.holds[conversationId]?.as === "offered") world.agents.set(agentId, release(agent, conversationId));
}

/** I3, I9: an answer or a timer that was cancelled, or has taken effect before, takes none. */
function expectLateResultsAreIgnored(
  world: World,
  event: ConversationEvent & { effectId: string },
  decision: Decision,
) {
  const isOnceOnly = event.type === "bot-replied" || event.type === "bot-failed" || event.type === "timer-fired";
  if (isOnceOnly && !world.live.has(event.effectId)) expect(decision.status).toBe("ignored");
}

/** I5: the wake-up of an open handoff is stored and will come. */
function expectWakeUpIsStored({ conversation, live }: World): void {
  if (conversation?.control.phase === "queue") expect(live).toContain(conversation.control.handoff.wakeUpEffectId);
}

/** I5: when nobody of the alerted claims it, a stored deadline does something about it. */
function expectDeadlineIsStored({ conversation, live }: World): void {
  const control = conversation?.control;
  const alert = control?.phase === "bot" || control?.phase === "human" ? control.alert : null;
  if (alert) expect(live).toContain(alert.deadlineEffectId);
}

/** I6, I7: who is asked to take it holds an offered place, who speaks an open or an idle one, everybody else none. */
function expectHoldsFit({ conversation, agents }: World): void {
  const control = conversation?.control;
  const asks = control ? pendingAsks(control).filter(({ kind }) => kind !== "discuss") : [];
  const asked = asks.flatMap(({ pending }) => pending.map(({ agentId }) => agentId));
  for (const agent of agents.values()) {
    const speaks = control?.phase === "human" && control.agentId === agent.id;
    const held = speaks ? (control.isIdle ? "idle" : "open") : asked.includes(agent.id) ? "offered" : null;
    expect(agent.holds[conversationId]?.as ?? null).toBe(held);
  }
}

/** I9: whatever a person in control waits for is stored. */
function expectTimersAreStored({ conversation, live }: World): void {
  const control = conversation?.control;
  if (control?.phase !== "human") return;
  const { watch, ownerGone, snooze, idleEffectId, asks } = control;
  const ids = [watch?.effectId, ownerGone?.effectId, snooze?.effectId, idleEffectId];
  for (const id of [...ids, ...asks.map(({ expiryEffectId }) => expiryEffectId)]) if (id) expect(live).toContain(id);
}

/** A customer's message. */
export function received(written: string | MessageContent): Extract<EventBody, { type: "message-received" }> {
  return {
    type: "message-received",
    channelId: "main.test",
    providerId: "p",
    customerId: "cus_1",
    locale: null,
    isTest: false,
    draftId: null,
    properties: {},
    isFromParticipant: false,
    content: typeof written === "string" ? { type: "text", text: written } : written,
  };
}

/** The bot's answer to a turn. */
export function replied(
  answer: Pick<BotReplied, "effectId" | "epoch" | "upToSeq" | "text"> & Partial<BotReplied>,
): BotReplied {
  return {
    type: "bot-replied",
    botId: "bot",
    wantsHandoff: null,
    topicSupported: null,
    confidence: null,
    intents: [],
    usage: null,
    ...answer,
  };
}

/** Somebody goes, as their document says it, and their conversation hears of it. */
export function ownerGoes(world: World, agentId: string, because: GoneReason): Decision {
  const agent = world.agents.get(agentId);
  if (!agent) throw new Error(`there is no ${agentId}`);
  world.agents.set(agentId, goneAgent(agent, because, world.now));
  return world.apply({ type: "owner-changed", agentId, because });
}

/** Whom {@link goneReason} finds gone for this reason; off shift one is by settings. */
export function goneAgent(agent: Agent, because: GoneReason, at: number): Agent {
  switch (because) {
    case "left":
      return { ...agent, leftAt: at, presence: "offline" };
    case "absent":
      return { ...agent, absences: [{ id: "ill", from: at, to: null, reason: null, substituteId: null }] };
    case "disconnected":
      return disconnect(agent, at);
    case "away":
      return { ...agent, presence: "away" };
    case "off-shift":
      throw new Error("a shift is over when the settings say so");
  }
}
