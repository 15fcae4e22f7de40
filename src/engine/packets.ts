import type { Message } from "../core/conversation/message.ts";
import type { EngagementRecord } from "../core/conversation/record.ts";
import type { Conversation, Handoff } from "../core/conversation/state.ts";
import { buildPacket, type PacketMaterial } from "../core/packet/build-packet.ts";
import type { Packet } from "../core/packet/packet.ts";
import type { Parts } from "./parts.ts";
import { readCustomer, readOne } from "./read.ts";

export interface Packets {
  /** `null`: no such conversation, or nobody was needed in it. */
  get(conversationId: string): Promise<Packet | null>;
}

/** One packet for each conversation, rewritten with every handoff, so that erasing reaches it. */
export function packetKey(conversationId: string) {
  return { kind: "packet", id: conversationId };
}

/** What a person or a model gets to read of an engagement. */
const mostMessages = 200;
const mostRecords = 100;

/** There at once: what is not stored yet is put together by whoever asks. */
export function createPackets(parts: Parts): Packets {
  return {
    async get(conversationId) {
      const conversation = await readOne(parts.store, conversationId);
      const handoff = conversation && handoffOf(conversation);
      if (!conversation || !handoff) return null;
      const [stored] = await parts.store.load([packetKey(conversationId)]);
      const packet = stored ? (stored.body as Packet) : null;
      if (packet?.handoffId === handoff.id) return packet;
      const status = parts.summarizer ? "pending" : "none";
      return buildPacket(await readMaterial(parts, conversation, handoff), { status });
    },
  };
}

/** The open one, or the one that brought the person who has it. */
export function handoffOf({ control }: Conversation): Handoff | null {
  return control.phase === "queue" || control.phase === "human" ? control.handoff : null;
}

export async function readMaterial(
  parts: Parts,
  conversation: Conversation,
  handoff: Handoff,
): Promise<PacketMaterial> {
  const { id: owner, engagement, lastSeq, lastRecordSeq } = conversation;
  const firstSeq = Math.max(engagement.firstSeq, lastSeq - mostMessages + 1);
  const [messages, records, customer] = await Promise.all([
    parts.store.query({ log: "messages", owner, limit: mostMessages, order: "ascending", afterSeq: firstSeq - 1 }),
    parts.store.query({
      ...{ log: "records", owner, limit: mostRecords, order: "ascending" },
      afterSeq: Math.max(0, lastRecordSeq - mostRecords),
    }),
    readCustomer(parts.store, conversation.customerId),
  ]);
  return {
    conversation,
    handoff,
    messages: messages.items.map(({ body }) => body as Message),
    records: records.items.map(({ body }) => body as EngagementRecord),
    customer,
    at: parts.clock.now(),
  };
}
