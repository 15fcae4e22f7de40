/** How notifications lie in the store. Ids and codes only (I15). */
import type { Happening, NoticeKind } from "../../core/notifications/notice.ts";
import type { PushMethod } from "../../core/notifications/preferences.ts";
import type { Destination } from "../../core/rules/rule.ts";
import type { NotifierMethod, Told } from "../../ports/notifier.ts";
import type { DocumentKey } from "../../ports/store.ts";

/** What one target of a notice was told, and which people it came to: the proof that somebody was. */
export interface Notification extends Omit<Happening, "kind"> {
  readonly schemaVersion: 2;
  readonly id: string;
  readonly kind: NoticeKind;
  readonly target: Destination;
  /** Missing in those of before it was noted. */
  readonly agentIds?: readonly string[];
}

/** The same for one person, as they see it in the product. */
export interface InboxItem extends Personal {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly agentId: string;
  readonly readAt: number | null;
}

/** Waits for the end of somebody's quiet hours, for one of their ways. Gone when it was delivered. */
export interface HeldItem extends Personal {
  readonly schemaVersion: 1;
  readonly id: string;
  /** The same in the product, where it may have been read meanwhile; `null`: they do not want to see it there. */
  readonly itemId: string | null;
  /** Missing in those of before it was noted: they were all of one night. */
  readonly heldUntil?: number;
}

interface Personal {
  readonly told: Told;
  /** It names this person, and not a team they are in. */
  readonly isPersonal: boolean;
}

/** Where the company's own systems are told. */
export interface WebhookEndpoint {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly url: string;
  /** None: everything. */
  readonly kinds: readonly NoticeKind[];
  readonly isEnabled: boolean;
  readonly sealedSecret: string;
  /** Those of before, and how long each still signs. Missing in endpoints whose secret is their first. */
  readonly earlierSecrets?: readonly { readonly sealed: string; readonly until: number }[];
  readonly rotatedAt?: number;
  readonly createdAt: number;
  /** What went wrong since it last worked; `isGone`: it answered that it wants nothing any more, and was switched off. */
  readonly lastFailure: { readonly at: number; readonly error: string; readonly isGone: boolean } | null;
}

export type DeliverTo =
  | ({
      readonly type: "agent";
      readonly agentId: string;
      readonly method: PushMethod;
      readonly itemId: string | null;
    } & Personal)
  /** What quiet hours held back. */
  | { readonly type: "held"; readonly agentId: string; readonly method: PushMethod }
  | { readonly type: "place"; readonly method: NotifierMethod; readonly id: string; readonly told: Told }
  | { readonly type: "endpoint"; readonly endpointId: string; readonly told: Told };

/** One delivery, retried by itself: a mail server that is down holds up no webhook, and nobody else's mail. */
export interface NotificationDeliver {
  readonly type: "notification-deliver";
  readonly to: DeliverTo;
  readonly firstAt: number;
}

export const notificationViews = {
  byTarget: "notifications-by-target",
  /** What tests would have sent: seen by whoever tries something out, and by nobody else (I16). */
  captured: "captured-outbox",
  /** Whom it came to, by what it was about. */
  byConversation: "notifications-by-conversation",
  /** By agent. */
  inbox: "inbox",
  unread: "inbox-unread",
  endpoints: { view: "webhook-endpoints", key: "all" },
} as const;

/** By agent. */
export const heldView = (method: PushMethod) => `held-${method}`;

export const inboxKey = (id: string): DocumentKey => ({ kind: "inbox-item", id });
export const heldKey = (id: string): DocumentKey => ({ kind: "held-notification", id });
export const preferencesKey = (agentId: string): DocumentKey => ({ kind: "notification-preferences", id: agentId });
export const endpointKey = (id: string): DocumentKey => ({ kind: "webhook-endpoint", id });
