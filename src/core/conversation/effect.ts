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
  | { readonly type: "timer"; readonly conversationId: string; readonly timer: Timer };

/** Not of one conversation: somebody has room again, so the queue is looked through (I7). */
export interface QueueDrain {
  readonly type: "queue-drain";
  readonly agentId: string;
}

/** Comes back as `timer-fired` when it is due (I9). */
export type Timer =
  | { readonly kind: "request-expiry"; readonly requestId: string }
  | { readonly kind: "handoff-wake-up"; readonly handoffId: string; readonly round: number };

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
