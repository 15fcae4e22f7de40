/** What people are told of. Names on the wire: preferences and outgoing webhooks use them. */
export const noticeKinds = [
  "handoff-opened",
  "conversation-alerted",
  "request-received",
  "request-ended",
  "conversation-assigned",
  "conversation-returned",
  "nobody-on-duty",
  "handoff-exhausted",
  "snooze-ended",
  "sla-warning",
  "sla-breached",
  "task-assigned",
  "task-due",
  "task-overdue",
  "case-handoff-done",
  "message-undelivered",
] as const;
