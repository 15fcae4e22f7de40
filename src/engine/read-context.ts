import { type ChannelFacts, noWorkload, type TransitionContext, type Workload } from "../core/conversation/context.ts";
import type { ConversationEvent, EventType } from "../core/conversation/event.ts";
import type { Message } from "../core/conversation/message.ts";
import type { Conversation } from "../core/conversation/state.ts";
import { type Agent, readAgent } from "../core/people/agent.ts";
import type { Policy } from "../core/settings/policy.ts";
import type { Store } from "../ports/store.ts";
import type { KnownConversation } from "./known-conversations.ts";
import type { Parts } from "./parts.ts";
import { logEntry, readCustomer } from "./read.ts";
import { takesEmailFor } from "./read-email.ts";
import type { PolicyReader } from "./settings/policy-reader.ts";
import type { Read } from "./to-commit.ts";
import type { WorkloadReader } from "./workload.ts";

/** Everything a decision may know beside the conversation and its agents, gathered before it is made. */
export type ReadContext = (
  known: KnownConversation,
  read: Read,
  event: ConversationEvent,
) => Promise<TransitionContext>;

export function createReadContext(parts: Parts, policies: PolicyReader, workload: WorkloadReader): ReadContext {
  return async (known, read, event) => {
    const conversation = known.body;
    const policy = await policies.for(draftOf(conversation, event));
    return {
      settings: parts.settings,
      policy,
      channel: channelFacts(parts, conversation, event),
      agents: agentsIn(read),
      message: await messageOf(parts.store, known, event),
      ...(await accountOwnerFor(parts.store, { policy, conversation, event })),
      takesEmail: await takesEmailFor(parts, { policy, conversation, event, read }),
      customerName: policy.namesCustomers ? await customerName(parts.store, conversation) : null,
      workload: await workloadFor(workload, { policy, conversation, event }),
    };
  };
}

/** By id, and nothing else: an id that came from outside may be the name of something every object has. */
function agentsIn({ agents }: Read): TransitionContext["agents"] {
  const byId: Record<string, Agent> = Object.create(null);
  for (const [id, { body }] of agents) byId[id] = body;
  return byId;
}

/** Only a test runs a draft (I16). */
function draftOf(conversation: Conversation | null, event: ConversationEvent): string | null {
  return event.type === "message-received" ? event.draftId : (conversation?.draftId ?? null);
}

const unknownChannel = { kind: "unknown", maxTextLength: 4_000, hasPresence: false, hasButtons: false };

function channelFacts(parts: Parts, conversation: Conversation | null, event: ConversationEvent): ChannelFacts {
  const id = conversation?.route.channelId ?? (event.type === "message-received" ? event.channelId : "");
  const channel = parts.channels.get(id);
  if (!channel) return { id, ...unknownChannel };
  const { maxTextLength, hasPresence, hasButtons, replyWindowMs } = channel.capabilities;
  return { id, kind: channel.kind, maxTextLength, hasPresence, hasButtons, replyWindowMs };
}

/** Of these events somebody may come to wait. */
const mayHandOver: ReadonlySet<EventType> = new Set([
  "message-received",
  "bot-replied",
  "bot-failed",
  "conversation-flagged",
  "timer-fired",
]);

interface Asked {
  readonly policy: Policy;
  readonly conversation: Conversation | null;
  readonly event: ConversationEvent;
}

async function workloadFor(reader: WorkloadReader, { policy, conversation, event }: Asked): Promise<Workload> {
  if (!mayHandOver.has(event.type)) return noWorkload;
  const workload = await reader.at(policy);
  const control = conversation?.control;
  // A place is told when the wait shows, not with every message.
  if (event.type !== "timer-fired" || control?.phase !== "queue" || conversation?.isTest) return workload;
  return { ...workload, line: await reader.line(control.handoff.destination.id, policy) };
}

/** Looked up only where something is sent there, and only when something may be sent. */
async function accountOwnerFor(
  store: Store,
  { policy, conversation, event }: Asked,
): Promise<Pick<TransitionContext, "accountOwner">> {
  if (!policy.asksOwner || !mayHandOver.has(event.type)) return {};
  const customerId = conversation?.customerId ?? (event.type === "message-received" ? event.customerId : "");
  const agentId = (await readCustomer(store, customerId))?.accountOwnerId ?? null;
  if (agentId === null) return { accountOwner: null };
  const [stored] = await store.load([{ kind: "agent", id: agentId }]);
  return { accountOwner: stored ? { agentId, hasLeft: readAgent(stored.body).leftAt !== null } : null };
}

async function customerName(store: Store, conversation: Conversation | null): Promise<string | null> {
  const customer = conversation && (await readCustomer(store, conversation.customerId));
  return customer?.name ?? null;
}

async function messageOf(store: Store, known: KnownConversation, event: ConversationEvent): Promise<Message | null> {
  if (!known.body || (event.type !== "send-settled" && event.type !== "delivery-reported")) return null;
  const remembered = known.messages.find(({ seq, delivery }) => seq === event.seq && delivery.status === "queued");
  return remembered ?? ((await logEntry(store, "messages", known.body.id, event.seq)) as Message | null);
}
