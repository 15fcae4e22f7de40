import type { FeedType } from "../feed/audience.ts";
import type { Moment } from "../messages/moment.ts";
import type { Agent } from "../people/agent.ts";
import type { PlannedEffect } from "./effect.ts";
import type { Message } from "./message.ts";
import type { EngagementRecord } from "./record.ts";
import type { Conversation } from "./state.ts";

/** What a transition decided. The engine carries it out in one commit; nothing here has happened yet. */
export type Decision = Applied | Ignored | Refused;

export interface Applied {
  readonly status: "applied";
  readonly conversation: Conversation;
  /** New messages, and messages whose delivery changed. */
  readonly messages: readonly Message[];
  readonly records: readonly EngagementRecord[];
  readonly effects: readonly PlannedEffect[];
  readonly cancels: readonly string[];
  /** Agents whose holds changed. */
  readonly agents: readonly Agent[];
  readonly feed: readonly FeedNote[];
  /** Which texts the customer was told in this change, so that a lead can see whom a text reached. */
  readonly told: readonly Told[];
}

export interface Told {
  readonly textId: string;
  readonly moment: Moment;
  readonly version: number;
}

/** Nothing to do, and why: late, repeated or without meaning in this phase. */
export interface Ignored {
  readonly status: "ignored";
  readonly because: string;
}

/** A person asked for something that cannot be: they are told. */
export interface Refused {
  readonly status: "refused";
  readonly code: CommandRefusal;
}

export type CommandRefusal =
  | "not-in-control"
  | "already-taken"
  | "conversation-closed"
  | "request-ended"
  | "not-your-request"
  | "no-bot"
  | "unknown-agent"
  | "no-such-team"
  | "no-such-queue"
  | "agent-left"
  | "agent-away"
  | "agent-full"
  | "wrong-role"
  /** A lead's decision, or the person's who has the conversation. */
  | "not-allowed"
  | "already-asked"
  | "nobody-to-ask"
  | "too-many-requests"
  | "time-has-passed"
  | "too-far-ahead"
  /** Nobody knows where a letter would go. */
  | "no-email-address"
  /** Nobody was alerted who may take it away from its owner. */
  | "not-alerted"
  /** Tests and demos on one side, work on the other. */
  | "test-boundary";

export interface FeedNote {
  readonly type: FeedType;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

export function ignored(because: string): Ignored {
  return { status: "ignored", because };
}

export function refused(code: CommandRefusal): Refused {
  return { status: "refused", code };
}
