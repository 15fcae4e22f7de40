import type { PersonRequest } from "../requests/request.ts";

/**
 * One thread with one customer. Control is a union of phases: who may speak is the phase, and each phase holds only
 * what belongs to it. Stored with a schema version; older ones are upgraded in upgrade.ts.
 */
export interface Conversation {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly customerId: string;
  /** Where replies go. */
  readonly route: { readonly channelId: string };
  readonly locale: string | null;
  /** Demo and declared test data: counts in no figure. */
  readonly isTest: boolean;
  readonly createdAt: number;
  /** Rises with every change; effects' ids are made of it. */
  readonly revision: number;
  /** Rises with every change of control (I2). */
  readonly epoch: number;
  /** Rises with every message of the customer. */
  readonly turn: number;
  readonly lastSeq: number;
  readonly lastRecordSeq: number;
  readonly lastCustomerAt: number;
  readonly lastCustomerSeq: number;
  readonly engagement: Engagement;
  readonly control: Control;
}

export interface Engagement {
  readonly number: number;
  readonly startedAt: number;
  readonly firstSeq: number;
  /** The last person who had control in it. */
  readonly lastAgentId: string | null;
}

export type Control = BotControl | QueueControl | HumanControl | ClosedControl;
export type Phase = Control["phase"];

export interface BotControl {
  readonly phase: "bot";
  readonly since: number;
  readonly pendingTurn: PendingTurn | null;
}

export interface QueueControl {
  readonly phase: "queue";
  readonly since: number;
  readonly handoff: Handoff;
  /** Bot assists: it speaks under the queue's epoch while the place is kept. `null`: it is silent. */
  readonly assist: { readonly pendingTurn: PendingTurn | null } | null;
}

export interface HumanControl {
  readonly phase: "human";
  readonly since: number;
  readonly agentId: string;
  /** The customer has asked something since the person last wrote. */
  readonly awaitsAnswer: boolean;
  /** The one that brought them here, as it was when it ended: why, and what showed it. */
  readonly handoff: Handoff | null;
}

export interface ClosedControl {
  readonly phase: "closed";
  readonly since: number;
  readonly outcome: CloseOutcome;
}

export type CloseOutcome = "resolved" | "unresolved" | "spam";

/** A turn the bot owes. Messages that come meanwhile restart it (I3), within bounds. */
export interface PendingTurn {
  readonly effectId: string;
  readonly turn: number;
  readonly firstMessageAt: number;
  readonly restarts: number;
  /** The last message the previous answer had read, when others came while it was being written. */
  readonly unreadAfter: number | null;
}

/** One escalation. Open as long as the conversation is in the queue. */
export interface Handoff {
  readonly id: string;
  readonly openedAt: number;
  readonly reason: HandoffReason;
  readonly evidence: readonly Evidence[];
  /** The person to ask first: who had it before, or nobody. */
  readonly preferredAgentId: string | null;
  /** Asked in this handoff and did not take it: not asked again in it (I6). */
  readonly declinedBy: readonly string[];
  readonly pendingRequest: PersonRequest | null;
  readonly requestCount: number;
  /** The stored wake-up, so that nothing open is ever forgotten (I5). */
  readonly wakeUpEffectId: string;
  readonly wakeUpRound: number;
  readonly hasToldWaiting: boolean;
  /** When the policy for "nobody took it" ran; the handoff stays open and visible. */
  readonly exhaustedAt: number | null;
}

export type HandoffReason =
  | "explicit-request"
  | "bot-proposed"
  | "bot-failed"
  | "unsupported-message"
  | "reopened"
  | "no-bot";

export interface Evidence {
  readonly signal: string;
  readonly messageSeq: number | null;
  /** Where in the message, in UTF-16 units: the words themselves stay in the message (I15). */
  readonly start: number;
  readonly end: number;
}
