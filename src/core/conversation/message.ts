import type { AttachmentKind } from "../settings/settings.ts";

/** One message of a conversation. `seq` is the order customer and agent both see (I8), given at the commit. */
export interface Message {
  readonly schemaVersion: 1;
  readonly conversationId: string;
  readonly seq: number;
  readonly at: number;
  readonly channelId: string;
  readonly engagement: number;
  /** The control under which it was written. */
  readonly epoch: number;
  readonly author: Author;
  readonly content: MessageContent;
  /** The provider's id of an inbound message. */
  readonly providerId: string | null;
  readonly delivery: Delivery;
}

export type Author =
  | { readonly type: "customer" }
  | { readonly type: "bot"; readonly botId: string }
  | { readonly type: "agent"; readonly agentId: string }
  /** A text of ours at a moment, in the lead's words. */
  | { readonly type: "system"; readonly moment: string }
  /** For colleagues and the bot, never sent. `isAdvice`: of somebody who reads along because they were asked to advise. */
  | { readonly type: "note"; readonly agentId: string | null; readonly isAdvice?: true };

export type MessageContent =
  | { readonly type: "text"; readonly text: string }
  /** A text with answers to choose from, as buttons where the channel has them. */
  | { readonly type: "offer"; readonly text: string; readonly choices: readonly Choice[] }
  /** The customer pressed a button: an answer to an offer, or the permanent "talk to a person". */
  | { readonly type: "choice"; readonly choice: ChoiceId; readonly text: string }
  /** Something that is no text; where it is kept is the channel's matter. */
  | {
      readonly type: "attachment";
      readonly kind: AttachmentKind;
      readonly name: string | null;
      readonly caption: string | null;
    }
  /** A verified message we cannot read: kept as it came and shown as such. */
  | { readonly type: "unsupported"; readonly raw: string };

export interface Choice {
  readonly id: ChoiceId;
  readonly label: string;
}

/** The answers to the offer of a person, how somebody wants to wait for one, and how it was. */
export type ChoiceId = "person" | "bot" | WaitChoiceId | RatingChoiceId;
export type WaitChoiceId = "wait-here" | "wait-later" | "wait-email" | "wait-cancel";
export type RatingChoiceId = "rating-1" | "rating-2" | "rating-3" | "rating-4" | "rating-5";

export type Delivery =
  /** Inbound messages and notes. */
  | { readonly status: "none" }
  | { readonly status: "queued" }
  /** Left, or is leaving: a change of control after this sees it as sent. */
  | { readonly status: "sending" }
  | { readonly status: "sent"; readonly at: number; readonly providerId: string | null }
  | { readonly status: "delivered"; readonly at: number }
  | { readonly status: "read"; readonly at: number }
  /** Somebody else took control before it left (I3). */
  | { readonly status: "withheld"; readonly at: number }
  | { readonly status: "failed"; readonly at: number; readonly error: string }
  /** It may have arrived: the answer was lost and repeating it is not safe. */
  | { readonly status: "unknown"; readonly at: number };

export function messageId(conversationId: string, seq: number): string {
  return `${conversationId}.m${seq}`;
}

export function parseMessageId(id: string): { conversationId: string; seq: number } | null {
  const at = id.lastIndexOf(".m");
  const digits = at < 0 ? "" : id.slice(at + 2);
  if (!/^[1-9]\d{0,9}$/.test(digits)) return null;
  return { conversationId: id.slice(0, at), seq: Number(digits) };
}

/** Nobody typed it for this customer: it must never leave under an old epoch (I3). */
export function isAutomatic(message: Message): boolean {
  return message.author.type === "bot" || message.author.type === "system";
}

/** What there is to read in it; `null`: nothing. */
export function textOf(content: MessageContent): string | null {
  switch (content.type) {
    case "unsupported":
      return null;
    case "attachment":
      return content.caption;
    default:
      return content.text;
  }
}
