import { newCourse } from "../../src/core/conversation/course.ts";
import { lanes } from "../../src/core/conversation/effect.ts";
import { newEngagement } from "../../src/core/conversation/engagement.ts";
import { indexEntries } from "../../src/core/conversation/index-entries.ts";
import type { Conversation, Handoff } from "../../src/core/conversation/state.ts";
import { type Agent, newAgent } from "../../src/core/people/agent.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import { agentView } from "../../src/engine/read-agents.ts";
import type { LeasedEffect, Store } from "../../src/ports/store.ts";

const batchSize = 256;

/** People who can all take one more, each with something in hand. */
export async function storeAgents(store: Store, { count, prefix }: { count: number; prefix: string }): Promise<void> {
  const at = Date.now();
  await inBatches(count, async (number) => {
    const agent = agentOf(number, prefix);
    const key = { kind: "agent", id: agent.id };
    const index = [{ change: "put", ...agentView, ...key, sort: at, previousKey: null } as const];
    await store.commit({ ...emptyCommit(at), puts: [{ ...key, body: agent }], index });
  });
}

function agentOf(number: number, prefix: string): Agent {
  const held = { as: "open", units: 1, channelKind: "web", at: 0 } as const;
  const held3 = Array.from({ length: number % 4 }, (_, index) => [`con_${prefix}-held-${number}-${index}`, held]);
  return newAgent({
    id: `${prefix}-agent-${number}`,
    name: `Agent ${number}`,
    presence: "available",
    teamIds: [prefix],
    shift: "always",
    languages: ["en", "de"],
    skills: { refunds: 1 + (number % 5) },
    holds: Object.fromEntries(held3),
    // No order that anything was written in.
    lastAssignedAt: (number * 7_919) % 100_003,
  });
}

interface WantedWaiting {
  readonly count: number;
  readonly prefix: string;
  /** The first so many are to be routed; the others wait behind them. */
  readonly routed: number;
}

export async function storeWaiting(store: Store, wanted: WantedWaiting): Promise<readonly LeasedEffect[]> {
  const at = Date.now();
  await inBatches(wanted.count, async (number) => {
    const conversation = waitingConversation(number, wanted.prefix, at - 3_600_000 + number * 10);
    const target = { kind: "conversation", id: conversation.id };
    await store.commit({
      ...emptyCommit(at),
      puts: [{ ...target, body: conversation }],
      index: indexEntries(conversation).map((entry) => ({ change: "put", ...entry, ...target, previousKey: null })),
      effects: number < wanted.routed ? [{ ...effectOf(conversation), dueAt: at, whenLeased: [] }] : [],
    });
  });
  return Array.from({ length: wanted.routed }, (_, number) => ({
    ...effectOf(waitingConversation(number, wanted.prefix, 0)),
    attempt: 1,
    failures: 0,
  }));
}

function effectOf({ id, epoch }: Conversation) {
  const body = { type: "route", conversationId: id, handoffId: `${id}.h1`, epoch };
  return { id: `${id}.1.0`, lane: lanes.route, pool: "route", owner: id, body };
}

function waitingConversation(number: number, prefix: string, at: number): Conversation {
  const id = `con_${prefix}-${String(number).padStart(6, "0")}`;
  return {
    schemaVersion: 4,
    id,
    customerId: `cus_${prefix}-${number}`,
    route: { channelId: "bench.web" },
    locale: "en",
    localeSource: "channel",
    tags: [],
    properties: {},
    isTest: false,
    draftId: null,
    createdAt: at,
    revision: 2,
    epoch: 2,
    turn: 1,
    lastSeq: 2,
    lastRecordSeq: 2,
    lastCustomerAt: at,
    lastCustomerSeq: 1,
    engagement: newEngagement(1, at, 1),
    restraint: null,
    lastWait: null,
    control: { phase: "queue", since: at, assist: null, handoff: handoffOf(id, prefix, at) },
  };
}

function handoffOf(conversationId: string, queueId: string, at: number): Handoff {
  return {
    id: `${conversationId}.h1`,
    reason: "explicit-request",
    evidence: [],
    decision: { settingsVersion: 0, ruleId: null, facts: null },
    openedAt: at,
    destination: { type: "queue", id: queueId, teamIds: [queueId] },
    priority: "normal",
    tasks: [],
    preferredAgentId: null,
    declinedBy: [],
    ask: null,
    enteredQueueAt: at,
    queues: [queueId],
    nobody: null,
    waits: "here",
    wakeUpEffectId: `${conversationId}.wake-up`,
    wakeUpRound: 1,
    toldAt: at,
    hasToldWaiting: false,
    patienceFrom: at,
    exhaustedAt: null,
    course: newCourse("open"),
  };
}

async function inBatches(count: number, store: (number: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += batchSize) {
    const numbers = Array.from({ length: Math.min(batchSize, count - from) }, (_, index) => from + index);
    await Promise.all(numbers.map(store));
  }
}
