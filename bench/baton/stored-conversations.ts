import { newEngagement } from "../../src/core/conversation/engagement.ts";
import { newHumanControl } from "../../src/core/conversation/human-control.ts";
import { conversationViews } from "../../src/core/conversation/index-entries.ts";
import type { Conversation } from "../../src/core/conversation/state.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import type { Commit, Store } from "../../src/ports/store.ts";

export interface Stored {
  readonly channelId: string;
  readonly addressPrefix: string;
  readonly count: number;
}

const batchSize = 256;

/**
 * Writes conversations as if they had happened: each with its customer, a message, its records and its place in the
 * lists, under a person's control. Straight through the store's port, because living them would take hours.
 */
export async function storeConversations(store: Store, { channelId, addressPrefix, count }: Stored): Promise<void> {
  const at = Date.now();
  for (let from = 0; from < count; from += batchSize) {
    const numbers = Array.from({ length: Math.min(batchSize, count - from) }, (_, index) => from + index);
    await Promise.all(
      numbers.map((number) => store.commit(commitOf(number, at, channelId, `${addressPrefix}${number}`))),
    );
  }
}

function commitOf(number: number, at: number, channelId: string, address: string): Commit {
  const id = `con_stored-${number}`;
  const customerId = `cus_stored-${number}`;
  const agentId = `stored-agent-${number % 1_000}`;
  const conversation = heldConversation({ id, customerId, agentId, channelId, at });
  const target = { kind: "conversation", id };
  const listing = { change: "put", sort: at, previousKey: null, ...target } as const;
  const identity = { channelId, address, isVerified: true };
  return {
    ...emptyCommit(at),
    puts: [
      { ...target, body: conversation },
      {
        kind: "customer",
        id: customerId,
        body: {
          schemaVersion: 1,
          id: customerId,
          name: address,
          locale: "en",
          identities: [identity],
          conversationIds: [id],
          createdAt: at,
          isTest: false,
        },
      },
      { kind: "identity", id: `${channelId}:${address}`, body: { customerId, conversationId: id } },
    ],
    entries: [
      { log: "messages", owner: id, seq: 1, body: firstMessage(conversation), words: ["hello", "there"] },
      { log: "records", owner: id, seq: 1, body: controlRecord(conversation, 1), words: [] },
      { log: "records", owner: id, seq: 2, body: controlRecord(conversation, 2), words: [] },
    ],
    index: [
      { ...listing, view: conversationViews.byPhase, key: "human" },
      { ...listing, view: conversationViews.byAgent, key: agentId },
    ],
  };
}

function heldConversation(of: {
  id: string;
  customerId: string;
  agentId: string;
  channelId: string;
  at: number;
}): Conversation {
  const { id, customerId, agentId, channelId, at } = of;
  return {
    schemaVersion: 4,
    id,
    customerId,
    route: { channelId },
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
    lastSeq: 1,
    lastRecordSeq: 2,
    lastCustomerAt: at,
    lastCustomerSeq: 1,
    engagement: { ...newEngagement(1, at, 1), lastAgentId: agentId },
    restraint: null,
    lastWait: null,
    control: { ...newHumanControl(at, agentId, null), awaitsAnswer: false },
  };
}

function firstMessage({ id, createdAt, route }: Conversation): object {
  return {
    schemaVersion: 1,
    conversationId: id,
    seq: 1,
    at: createdAt,
    channelId: route.channelId,
    engagement: 1,
    epoch: 1,
    author: { type: "customer" },
    content: { type: "text", text: "Hello there" },
    providerId: `stored-${id}`,
    delivery: { status: "none" },
  };
}

function controlRecord({ id, createdAt, engagement }: Conversation, epoch: 1 | 2): object {
  const isClaim = epoch === 2;
  return {
    schemaVersion: 1,
    type: "control",
    conversationId: id,
    seq: epoch,
    at: createdAt,
    actor: isClaim ? { type: "agent", agentId: engagement.lastAgentId } : { type: "customer" },
    epoch,
    engagement: 1,
    from: isClaim ? "bot" : null,
    to: isClaim ? "human" : "bot",
    agentId: isClaim ? engagement.lastAgentId : null,
    reason: { code: isClaim ? "claimed" : "started" },
  };
}
