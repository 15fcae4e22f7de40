import type { Priority } from "../rules/rule.ts";

/**
 * What people are told, in one language. `{actor}` is a colleague's name; the title with it is only used where somebody
 * did it and their name is known. `{count}`: of how many it speaks, two at least. Plain words: escaping is the business of whoever sends them.
 */
export interface NoticeCatalog {
  readonly titles: Readonly<Record<TitleName, string>>;
  readonly labels: Readonly<Record<LabelName, string>>;
  readonly reasons: Readonly<Record<ReasonName, string>>;
  readonly clocks: Readonly<Record<ClockName, string>>;
  readonly priorities: Readonly<Record<Priority, string>>;
  /** On the link. */
  readonly open: string;
  /** Under everything: how to get less of it. */
  readonly footer: string;
  /** `{count}` of a bundle that are not listed. */
  readonly more: string;
}

export type TitleName =
  | "handoff-opened"
  | "handoff-opened.named"
  | "conversation-alerted"
  | "conversation-alerted.named"
  | "request-received"
  | "request-received.actor"
  | "request-discuss"
  | "request-discuss.actor"
  | "request-ended.accepted"
  | "request-ended.accepted.actor"
  | "request-ended.rejected"
  | "request-ended.rejected.actor"
  | "request-ended.timed-out"
  | "request-ended.timed-out.actor"
  | "request-ended"
  | "conversation-assigned"
  | "conversation-assigned.actor"
  | "conversations-assigned"
  | "conversations-assigned.actor"
  | "conversation-returned"
  | "conversations-returned"
  | "conversation-taken"
  | "conversation-taken.ahead"
  | "nobody-on-duty"
  | "nobody-on-duty.ahead"
  | "handoff-exhausted"
  | "snooze-ended"
  | "shift-ending"
  | "sla-warning"
  | "sla-breached"
  | "task-assigned"
  | "task-assigned.actor"
  | "task-due"
  | "task-overdue"
  | "case-handoff-done"
  | "message-undelivered"
  | "settings-publish-failed"
  | "bundle"
  | "test";

export type LabelName =
  | "why"
  | "queue"
  | "from"
  | "until"
  | "channel"
  | "waiting"
  | "held"
  | "priority"
  | "clock"
  | "answer"
  | "said";

/** Handoffs' reasons that have words; one without is left out. */
export type ReasonName =
  | "explicit-request"
  | "unclear-request"
  | "person-button"
  | "phrase"
  | "intent"
  | "unsupported-topic"
  | "frustration"
  | "insult"
  | "customer-repeats"
  | "bot-repeats"
  | "failed-attempts"
  | "turn-budget"
  | "bot-failed"
  | "bot-proposed"
  | "broken-promise"
  | "participant"
  | "flag"
  | "unreadable-message"
  | "self-harm"
  | "threat"
  | "legal"
  | "privacy"
  | "fraud"
  | "reopened"
  | "no-bot"
  | "rule";

export type ClockName = "firstResponse" | "nextResponse" | "resolution";
