import { conversationViews } from "../../core/conversation/index-entries.ts";
import type { EngagementRecord } from "../../core/conversation/record.ts";
import type { Conversation, Handoff } from "../../core/conversation/state.ts";
import { readConversation } from "../../core/conversation/upgrade.ts";
import type { Customer } from "../../core/customers/customer.ts";
import type { Agent } from "../../core/people/agent.ts";
import { loadOn } from "../../core/people/load.ts";
import type { RouteInput } from "../../core/routing/decide-route.ts";
import type { Queue } from "../../core/routing/queue.ts";
import { queueOf } from "../../core/routing/queue-of.ts";
import type { Policy } from "../../core/settings/policy.ts";
import { countView } from "../count-view.ts";
import type { Parts } from "../parts.ts";
import { readCustomer } from "../read.ts";
import type { Turns } from "./turns.ts";

/** A conversation that waits, with the handoff it waits with. */
export interface Waiting {
  readonly conversation: Conversation;
  readonly handoff: Handoff;
}

/** Of a customer's other conversations, so many are looked into. */
export const mostConversations = 20;
/** Who had it last is among the last of its records. */
const mostRecords = 30;

export function waitingOf(conversation: Conversation | null): Waiting | null {
  const waiting = queuedOf(conversation);
  return waiting?.handoff.ask ? null : waiting;
}

/** Also while somebody is being asked. */
export function queuedOf(conversation: Conversation | null): Waiting | null {
  const control = conversation?.control;
  return conversation && control?.phase === "queue" ? { conversation, handoff: control.handoff } : null;
}

/** What can be said without reading anything: enough to see whether somebody could take it at all. */
export function plainInput(
  parts: Pick<Parts, "channels" | "clock" | "settings">,
  { conversation, handoff }: Waiting,
  agents: readonly Agent[],
  policy: Policy,
): RouteInput {
  const kind = parts.channels.get(conversation.route.channelId)?.kind ?? "unknown";
  const { control } = conversation;
  return {
    handoff,
    conversation,
    load: loadOn({ kind }, policy),
    channelId: conversation.route.channelId,
    agents,
    policy,
    at: parts.clock.now(),
    external: null,
    botCouldHelp: parts.settings.botId !== null && control.phase === "queue" && control.assist === null,
  };
}

/** Everything a decision is made on, but for what an outside service says. */
export async function readRouteInput(
  parts: Parts,
  turns: Turns,
  waiting: Waiting,
  agents: readonly Agent[],
  policy: Policy,
): Promise<RouteInput> {
  const queue = queueOf(waiting.handoff.destination, policy.settings);
  return {
    ...plainInput(parts, waiting, agents, policy),
    lastAgent: queue.lastAgentHours === null ? null : await readLastAgent(parts, waiting.conversation),
    engaged: await readEngaged(parts, waiting.conversation),
    lastAskedId: goesAround(queue) ? await turns.read(queue.id) : null,
    waiting: await countWaiting(parts, waiting.handoff, queue),
  };
}

export function goesAround({ strategy }: Pick<Queue, "strategy">): boolean {
  return (strategy.type === "external" ? strategy.fallback : strategy.type) === "round-robin";
}

type LastAgent = NonNullable<RouteInput["lastAgent"]>;

/** Who had it before, and until when; their control of this very moment does not count, for it waits. */
async function readLastAgent(parts: Parts, conversation: Conversation): Promise<LastAgent | null> {
  const { engagement, id } = conversation;
  if (engagement.number === 1 && engagement.lastAgentId === null) return null;
  const last = { log: "records", owner: id, limit: mostRecords, order: "descending", afterSeq: null } as const;
  const page = await parts.store.query(last);
  let until = parts.clock.now();
  for (const { body } of page.items) {
    const record = body as EngagementRecord;
    if (record.type !== "control") continue;
    if (record.to === "human" && record.agentId !== null) return { agentId: record.agentId, at: until };
    until = record.at;
  }
  return null;
}

/** Verified on both channels: whoever only says that they are a customer is not led to that customer's person. */
async function readEngaged(parts: Parts, conversation: Conversation): Promise<readonly string[]> {
  const customer = await readCustomer(parts.store, conversation.customerId);
  if (!customer || !isVerifiedOn(customer, conversation)) return [];
  const others = customer.conversationIds.filter((id) => id !== conversation.id).slice(-mostConversations);
  if (others.length === 0) return [];
  const stored = await parts.store.load(others.map((id) => ({ kind: "conversation", id })));
  return stored
    .flatMap((document) => (document ? [readConversation(document.body)] : []))
    .filter((other) => other.isTest === conversation.isTest && isVerifiedOn(customer, other))
    .flatMap(({ control }) => (control.phase === "human" ? [control] : []))
    .toSorted((one, other) => other.since - one.since)
    .map(({ agentId }) => agentId);
}

export function isVerifiedOn({ identities }: Customer, { route }: Conversation): boolean {
  const ofChannel = identities.filter(({ channelId }) => channelId === route.channelId);
  return ofChannel.length > 0 && ofChannel.every(({ isVerified }) => isVerified);
}

/** Only where a rule asks whether the queue is full. */
async function countWaiting({ store }: Parts, { destination }: Handoff, queue: Queue): Promise<number | null> {
  const asks = queue.limit !== null && queue.overflow.after.some(({ when }) => when.type === "full");
  return asks ? countView(store, conversationViews.waiting, destination.id) : null;
}
