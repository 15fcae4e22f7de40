import { type Message, messageId, textOf } from "../conversation/message.ts";
import type { EngagementRecord } from "../conversation/record.ts";
import type { Conversation, Evidence, HandoffCause, Resolved } from "../conversation/state.ts";
import type { Customer } from "../customers/customer.ts";
import { read } from "../detection/reading.ts";
import { findBrokenPromise } from "../detection/signals/broken-promise.ts";
import type { Priority } from "../rules/rule.ts";
import { cutText } from "./cut-text.ts";
import type { Packet, PacketEvidence, PacketSummary, Quote, Tried } from "./packet.ts";
import { maskCards } from "./redact.ts";

/** The handoff a packet is about: an open one, or the one that brought the person. */
export interface PacketSubject extends HandoffCause {
  readonly id: string;
  readonly openedAt: number;
  readonly destination: Resolved;
  readonly priority: Priority;
}

export interface PacketMaterial {
  readonly conversation: Conversation;
  readonly handoff: PacketSubject;
  /** Of this engagement, oldest first; bounded. */
  readonly messages: readonly Message[];
  readonly records: readonly EngagementRecord[];
  /** `null`: erased at this very moment. */
  readonly customer: Customer | null;
  readonly at: number;
}

const longestQuote = 500;
const lastMessages = 6;
const lastAnswers = 4;
const lastNotes = 6;
const mostPromises = 6;
const mostPeople = 10;

/** What is known, put together: the same material gives the same packet. */
export function buildPacket(material: PacketMaterial, summary: PacketSummary): Packet {
  const { conversation, handoff, messages, customer, at } = material;
  const { reason, decision, evidence, destination, priority } = handoff;
  const { engagement } = conversation;
  return {
    schemaVersion: 1,
    conversationId: conversation.id,
    handoffId: handoff.id,
    builtAt: at,
    upToSeq: messages.at(-1)?.seq ?? 0,
    reason: {
      code: reason,
      ruleId: decision.ruleId,
      settingsVersion: decision.settingsVersion,
      evidence: evidence.map((each) => withQuote(each, messages)),
    },
    customer: {
      id: conversation.customerId,
      name: customer?.name ?? null,
      identities: (customer?.identities ?? []).map(({ channelId, isVerified }) => ({ channelId, isVerified })),
      properties: conversation.properties,
    },
    conversation: {
      channelId: conversation.route.channelId,
      language: conversation.locale,
      languageSource: conversation.localeSource,
      tags: conversation.tags,
      intents: engagement.bot.intents,
      destination: { type: destination.type, id: destination.id },
      priority,
      engagementStartedAt: engagement.startedAt,
      waitingSince: handoff.openedAt,
    },
    lastMessages: quotes(messages, "customer").slice(-lastMessages),
    tried: tried(material),
    promises: [...quotes(messages, "bot"), ...quotes(messages, "agent")].filter(isPromise).slice(-mostPromises),
    summary,
  };
}

function tried({ conversation, messages, records }: PacketMaterial): Tried {
  const { bot, offer, number } = conversation.engagement;
  return {
    botAnswers: bot.turns,
    lastBotAnswers: quotes(messages, "bot").slice(-lastAnswers),
    wasOfferedPerson: offer !== null,
    people: peopleOf(records, number),
    notes: quotes(messages, "note").slice(-lastNotes),
    usage: bot.usage,
  };
}

/** Who had it in this engagement, from when until when. */
function peopleOf(records: readonly EngagementRecord[], engagement: number): Tried["people"] {
  const controls = records
    .filter((record) => record.type === "control")
    .filter((each) => each.engagement === engagement);
  return controls
    .flatMap(({ agentId, at }, index) =>
      agentId === null ? [] : [{ agentId, from: at, until: controls[index + 1]?.at ?? null }],
    )
    .slice(-mostPeople);
}

function quotes(messages: readonly Message[], author: Quote["author"]): Quote[] {
  return messages.flatMap((message) => (message.author.type === author ? (quoteOf(message, author) ?? []) : []));
}

function quoteOf(message: Message, author: Quote["author"]): Quote | null {
  const text = textOf(message.content);
  if (text === null || text === "") return null;
  return { messageId: messageId(message.conversationId, message.seq), author, text: shortened(maskCards(text)) };
}

function withQuote({ signal, detail, messageSeq, start, end }: Evidence, messages: readonly Message[]): PacketEvidence {
  const message = messages.find(({ seq }) => seq === messageSeq);
  const words = message && textOf(message.content)?.slice(start, end);
  if (!message || !words) return { signal, detail, quote: null };
  const quote = { messageId: messageId(message.conversationId, message.seq), author: "customer", text: words } as const;
  return { signal, detail, quote: { ...quote, text: shortened(maskCards(words)) } };
}

function isPromise({ text }: Quote): boolean {
  return findBrokenPromise(read(text)) !== null;
}

function shortened(text: string): string {
  return text.length <= longestQuote ? text : `${cutText(text, longestQuote - 1).trimEnd()}…`;
}
