import type { Destination, Priority } from "../rules/rule.ts";
import type { HandoffReason } from "./state.ts";

/** What is to be done after a commit. Leased, in order within its lane, at least once (I10). Holds ids only. */
export type Effect =
  | {
      readonly type: "bot-turn";
      readonly conversationId: string;
      readonly epoch: number;
      readonly turn: number;
    }
  | {
      readonly type: "message-send";
      readonly conversationId: string;
      readonly seq: number;
      readonly epoch: number;
    }
  | { readonly type: "route"; readonly conversationId: string; readonly handoffId: string; readonly epoch: number }
  | { readonly type: "timer"; readonly conversationId: string; readonly timer: Timer }
  | { readonly type: "notify"; readonly conversationId: string; readonly notice: Notice }
  | { readonly type: "packet-build"; readonly conversationId: string; readonly handoffId: string };

/** What people are told of a handoff. Ids and codes only (I15). */
export interface Notice {
  readonly kind: "handoff-opened" | "conversation-alerted";
  /** The handoff's or the alert's. */
  readonly subjectId: string;
  readonly targets: readonly Destination[];
  readonly reason: HandoffReason;
  readonly priority: Priority;
}

/** Not of one conversation: somebody has room again, so the queue is looked through (I7). */
export interface QueueDrain {
  readonly type: "queue-drain";
  readonly agentId: string;
}

/** Comes back as `timer-fired` when it is due (I9). */
export type Timer =
  | { readonly kind: "request-expiry"; readonly requestId: string }
  | { readonly kind: "handoff-wake-up"; readonly handoffId: string; readonly round: number }
  /** Nobody of those who were alerted has claimed it by now. */
  | { readonly kind: "alert-deadline"; readonly alertId: string };

export interface PlannedEffect {
  readonly id: string;
  readonly lane: string | null;
  readonly dueAt: number;
  readonly effect: Effect;
}

export const lanes = {
  send: (conversationId: string) => `send:${conversationId}`,
  bot: (conversationId: string) => `bot:${conversationId}`,
  /** One at a time in the whole workspace, so that two offers never count the same free place. */
  route: "route",
};
