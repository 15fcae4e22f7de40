import type { Notice as ConversationNotice } from "../conversation/effect.ts";

/** Everything people are told of. Names on the wire: preferences and outgoing webhooks use them. */
export const noticeKinds = [
  "handoff-opened",
  "conversation-alerted",
  "request-received",
  "request-ended",
  "conversation-assigned",
  "conversations-assigned",
  "conversation-returned",
  "conversations-returned",
  "conversation-taken",
  "nobody-on-duty",
  "handoff-exhausted",
  "snooze-ended",
  "shift-ending",
  "sla-warning",
  "sla-breached",
  "task-assigned",
  "task-due",
  "task-overdue",
  "case-handoff-done",
  "message-undelivered",
  "settings-publish-failed",
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** What a conversation plans, or a task, or a case handoff. */
export interface Notice extends Omit<ConversationNotice, "kind"> {
  readonly kind: NoticeKind;
}

/** What happened, without to whom it matters. Ids and codes only: names and words are looked up when it is said (I15). */
export interface Happening extends Omit<Notice, "kind" | "targets"> {
  /** `test`: somebody tries out whether they are reached. */
  readonly kind: NoticeKind | "test";
  readonly conversationId: string | null;
  readonly at: number;
}

/** Notices of before there were more kinds lack what was not there then. */
export function happeningOf(notice: Notice, conversationId: string | null, at: number): Happening {
  const { kind, subjectId, reason, priority } = notice;
  const { actorId = null, detail = null } = notice as Partial<Notice>;
  return { kind, conversationId, at, subjectId, reason, priority, actorId, detail };
}
