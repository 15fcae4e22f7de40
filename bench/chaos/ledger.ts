/** What the world outside Baton saw: written down by the company app, the bot, the reply receiver and the agents. */
export interface Ledger {
  readonly posted: PostedMessage[];
  readonly turns: AskedTurn[];
  readonly receipts: Receipt[];
  readonly commands: CommandSeen[];
  readonly followUps: FollowUpSeen[];
  readonly kills: KillSeen[];
  /** Somebody who held more than they can take. */
  readonly crowded: CrowdSeen[];
  /** Answers that no valid request may get, whatever is being killed: "webhook 409". */
  readonly oddAnswers: string[];
}

/** One message of a customer, however often it was posted. */
export interface PostedMessage {
  /** The provider's id, which is also in the text: two witnesses for the same message. */
  readonly eventId: string;
  readonly address: string;
  readonly asksForPerson: boolean;
  readonly firstSentAt: number;
  /** When the first 2xx came back; `null`: never. */
  acknowledgedAt: number | null;
  /** Where it is, by every 2xx that came back: one place. */
  readonly conversationIds: Set<string>;
  /** Posts that were made, and those that were answered 2xx. */
  posts: number;
  acknowledgements: number;
}

/** The bot was asked for this turn. */
export interface AskedTurn {
  readonly turnId: string;
  readonly conversationId: string;
  readonly at: number;
}

/** A post to the reply receiver. */
export interface Receipt {
  readonly webhookId: string;
  readonly conversationId: string;
  readonly author: string;
  readonly text: string;
  /** Of the raw bytes: a repetition must have the same. */
  readonly bodyHash: string;
  readonly isSigned: boolean;
  readonly at: number;
  /** `answer-lost`: taken in, and the connection was cut before the answer. `refused`: not taken in. */
  readonly outcome: "accepted" | "answer-lost" | "refused";
}

export type CommandKind =
  | "claim"
  | "reply"
  | "hand-back"
  | "close"
  /** Directly, without a request. */
  | "assign"
  /** Of a colleague: to take it, or for advice. */
  | "ask"
  | "accept"
  | "reject"
  | "withdraw";

/** What a person did through the API, repeated under one Idempotency-Key until it was answered. */
export interface CommandSeen {
  readonly kind: CommandKind;
  readonly key: string;
  readonly conversationId: string;
  /** Who does it; of an `assign`, who gets it. */
  readonly agentId: string;
  /** In the text of a reply, so that it can be found again. */
  readonly token: string | null;
  /** Of an answer to a request. */
  readonly requestId: string | null;
  readonly startedAt: number;
  answeredAt: number | null;
  attempts: number;
  outcome: "done" | "refused" | "unanswered";
}

/** A follow-up that somebody was promised. */
export interface FollowUpSeen {
  readonly key: string;
  readonly ownerId: string;
  readonly dueAt: number;
  /** `null`: nobody knows whether it was made. */
  taskId: string | null;
  /** When its owner is to be reminded, as far as somebody knows. */
  remindAt: number | null;
}

/** One person, at one moment. */
export interface CrowdSeen {
  readonly at: number;
  readonly agentId: string;
  readonly capacity: number;
  readonly conversationIds: readonly string[];
}

/** A process was killed and started again. */
export interface KillSeen {
  readonly at: number;
  /** When it answered again. */
  readonly backAt: number;
}

export function createLedger(): Ledger {
  return { posted: [], turns: [], receipts: [], commands: [], followUps: [], kills: [], crowded: [], oddAnswers: [] };
}

/** Taken in by the receiver, whether or not the sender came to know. */
export function isTaken({ outcome }: Receipt): boolean {
  return outcome !== "refused";
}
