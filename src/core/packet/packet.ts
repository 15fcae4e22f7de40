import type { HandoffReason, LocaleSource, UsageTotal } from "../conversation/state.ts";
import type { SignalId } from "../detection/signal.ts";
import type { Destination, Priority, Property } from "../rules/rule.ts";
import type { Summary } from "./summary.ts";

/**
 * What a person gets with a conversation. The first part is put together from what is stored, at once and the same every
 * time; the summary is a model's and marked as such. Neither stands instead of the transcript. It holds customers'
 * words, so it is erased with them (I15).
 */
export interface Packet {
  readonly schemaVersion: 1;
  readonly conversationId: string;
  readonly handoffId: string;
  readonly builtAt: number;
  /** The last message it knows of. */
  readonly upToSeq: number;
  readonly reason: PacketReason;
  readonly customer: PacketCustomer;
  readonly conversation: PacketConversation;
  /** What the customer said last, oldest first. */
  readonly lastMessages: readonly Quote[];
  readonly tried: Tried;
  /** What the bot or a person has promised in this engagement. */
  readonly promises: readonly Quote[];
  readonly summary: PacketSummary;
}

export interface PacketReason {
  readonly code: HandoffReason;
  readonly ruleId: string | null;
  readonly settingsVersion: number;
  readonly evidence: readonly PacketEvidence[];
}

export interface PacketEvidence {
  readonly signal: SignalId;
  readonly detail: string | null;
  /** The words that show it; `null` where no words do. */
  readonly quote: Quote | null;
}

/** Somebody's words, and the message they stand in. */
export interface Quote {
  readonly messageId: string;
  readonly author: "customer" | "bot" | "agent" | "note";
  readonly text: string;
}

export interface PacketCustomer {
  readonly id: string;
  readonly name: string | null;
  /** How we know that it is them. */
  readonly identities: readonly { readonly channelId: string; readonly isVerified: boolean }[];
  readonly properties: Readonly<Record<string, Property>>;
}

export interface PacketConversation {
  readonly channelId: string;
  readonly language: string | null;
  readonly languageSource: LocaleSource | null;
  readonly tags: readonly string[];
  readonly intents: readonly string[];
  readonly destination: Destination;
  readonly priority: Priority;
  readonly engagementStartedAt: number;
  readonly waitingSince: number;
}

export interface Tried {
  readonly botAnswers: number;
  readonly lastBotAnswers: readonly Quote[];
  readonly wasOfferedPerson: boolean;
  /** Those who had it before in this conversation, the last one last. */
  readonly people: readonly { readonly agentId: string; readonly from: number; readonly until: number | null }[];
  readonly notes: readonly Quote[];
  readonly usage: UsageTotal;
}

export type PacketSummary =
  /** Nobody makes one here. */
  | { readonly status: "none" }
  | { readonly status: "pending" }
  | { readonly status: "failed"; readonly failure: string }
  | {
      readonly status: "ready";
      readonly madeAt: number;
      readonly model: string | null;
      readonly summary: Summary;
      /** Claims that named no message, or one that was not there. */
      readonly dropped: number;
    };
