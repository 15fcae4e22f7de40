/** What a transition may know of the workspace's settings: data, so that a decision can be repeated. */
export interface ConversationSettings {
  /** `null`: no bot is configured, every conversation goes to a person. */
  readonly botId: string | null;
  /** How long to wait for more before the bot is asked. */
  readonly quietMs: number;
  /** After this much merging a turn is answered, whatever comes meanwhile. */
  readonly maxMergeMs: number;
  /** After this many restarts a turn is answered, whatever comes meanwhile. */
  readonly maxTurnRestarts: number;
  readonly assistsWhileWaiting: boolean;
  readonly reopenWindowMs: number;
  /** For every request of routing; `null`: as the lead's settings have it. */
  readonly requestTimeoutMs: number | null;
  /** How often an open handoff is looked at again when nobody took it. */
  readonly wakeUpMs: number;
  /** After this long without a person the customer is told honestly and the team is alerted; `null`: as the lead has it. */
  readonly exhaustAfterMs: number | null;
}

export const defaultConversationSettings: ConversationSettings = {
  botId: null,
  quietMs: 400,
  maxMergeMs: 10_000,
  maxTurnRestarts: 2,
  assistsWhileWaiting: false,
  reopenWindowMs: 72 * 3_600_000,
  requestTimeoutMs: null,
  wakeUpMs: 60_000,
  exhaustAfterMs: null,
};
