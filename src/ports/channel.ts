import type { Choice, MessageContent } from "../core/conversation/message.ts";
import type { Property } from "../core/rules/rule.ts";

/** One configured way to reach customers. What differs between platforms is data, not methods. */
export interface Channel {
  /** `{workspace}.{name}`. */
  readonly id: string;
  /** `api`, `whatsapp`, `email`, `web`: rules name it. */
  readonly kind: string;
  readonly capabilities: ChannelCapabilities;
  /** Verifies the raw bytes before it parses a single one of them (I13). */
  receive(request: InboundRequest): Promise<Received>;
  send(message: OutboundMessage, signal: AbortSignal): Promise<SendResult>;
}

export interface ChannelCapabilities {
  /** How long after the customer's last message free text may be sent; `null`: for ever. */
  readonly replyWindowMs: number | null;
  readonly canStream: boolean;
  /** The choices of a message can be pressed. Without it they may be left out: the text asks in words, too. */
  readonly hasButtons: boolean;
  readonly hasTyping: boolean;
  readonly hasReceipts: boolean;
  /** The customer sees the conversation while it goes on; elsewhere, whoever writes while waiting is answered now and then. */
  readonly hasPresence: boolean;
  /** The platform drops a second send with the same id, so that a lost answer may be repeated. */
  readonly hasIdempotentSend: boolean;
  /** In UTF-16 units. */
  readonly maxTextLength: number;
  /** Larger bodies are refused unread. */
  readonly maxBodyBytes: number;
}

export interface InboundRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly receivedAt: number;
}

export type Received =
  | { readonly status: "verified"; readonly events: readonly ChannelEvent[] }
  /** `code` is from the catalog in http/problem-catalog.ts; `detail` never holds what a customer wrote (I15). */
  | { readonly status: "refused"; readonly code: RefusalCode; readonly detail: string }
  /** A platform's handshake: answered as it is, nothing happened. */
  | { readonly status: "answered"; readonly response: { readonly status: number; readonly body: string } };

export type RefusalCode = "unsigned" | "bad-signature" | "stale" | "not-json" | "invalid" | "too-large";

/** What a customer can write; only we make offers. */
export type CustomerContent = Exclude<MessageContent, { readonly type: "offer" }>;

/** What a verified webhook can say. `eventId` is the provider's, unique within the channel. */
export type ChannelEvent =
  | {
      readonly type: "message";
      readonly eventId: string;
      /** Tells a repetition of `eventId` from another content under the same id. */
      readonly fingerprint: string;
      /** When the customer wrote, as the provider says; `null` when it does not. */
      readonly sentAt: number | null;
      /** The customer's, whoever wrote. */
      readonly address: string;
      /** The address of somebody else who wrote into the customer's conversation, as a colleague in copy. */
      readonly participant: string | null;
      readonly name: string | null;
      readonly locale: string | null;
      /** The company's own id of the customer, where it vouches for it: the same one on two channels is one customer. */
      readonly reference?: string;
      /** Of the customer; trusted is what the platform vouches for. */
      readonly properties: Readonly<Record<string, Property>>;
      readonly content: CustomerContent;
    }
  | {
      readonly type: "delivery";
      readonly eventId: string;
      readonly fingerprint: string;
      /** The id under which the message was sent. */
      readonly messageId: string;
      readonly status: "delivered" | "read" | "failed";
      readonly detail: string | null;
    }
  /** Verified and not understood: kept and shown, never dropped. */
  | {
      readonly type: "unsupported";
      readonly eventId: string;
      readonly fingerprint: string;
      /** Set when the sender can be told: then it is shown in their conversation. */
      readonly address: string | null;
      /** For whoever sent it: what of it is not known here. */
      readonly because: string;
      readonly raw: string;
    };

export interface OutboundMessage {
  /** The same over repetitions: the idempotency id on the wire. */
  readonly id: string;
  readonly address: string;
  readonly conversationId: string;
  readonly author: "bot" | "agent" | "system";
  readonly authorName: string | null;
  readonly text: string;
  /** Answers to choose from; empty when it asks nothing. */
  readonly choices: readonly Choice[];
  readonly locale: string | null;
  readonly at: number;
}

export type SendResult =
  | { readonly status: "sent"; readonly providerId: string | null }
  /** `mayHaveArrived`: the request left and its answer was lost. */
  | {
      readonly status: "retry";
      readonly error: string;
      readonly retryAfterMs: number | null;
      readonly mayHaveArrived: boolean;
    }
  | { readonly status: "failed"; readonly error: string };
