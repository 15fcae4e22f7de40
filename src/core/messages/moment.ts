/** A point at which the customer is told something. Names on the wire: texts, messages and reports use them. */
export const moments = [
  /** A person may be needed: the customer is asked. */
  "handoff.offer",
  /** The same, because the assistant cannot read what was sent (a voice message, a file). */
  "handoff.offer.unreadable",
  /** Control has passed to the queue, and somebody is on duty. */
  "handoff.confirmation",
  "handoff.confirmation.urgent",
  /** The owner stays and others were alerted. */
  "handoff.alerted",
  "handoff.after_hours",
  "handoff.holiday",
  /** Still nobody there. */
  "handoff.no_agent",
  "handoff.queue_full",
  /** Nobody took it in time. */
  "handoff.exhausted",
  "handoff.failed",
  /** The assistant is back. */
  "handoff.returned",
  "queue.position",
  "queue.next",
  /** The customer writes while waiting. */
  "queue.still_waiting",
  /** The customer chose how to wait, or not to wait any more. */
  "wait.later",
  "wait.email",
  "wait.cancelled",
  "callback.offer",
  "callback.confirmed",
  "human.joined",
  "human.transferred",
  /** The person went; it waits for another one. */
  "human.left",
  /** The person has not answered for long. */
  "human.hold",
  "case.reassigned_bulk",
  "followup.checkin",
  "csat.request",
  /** First contact: this is an AI. */
  "bot.introduction",
  "abuse.warning",
  "abuse.limited",
  "abuse.blocked",
  /** The switch "incident notice" is on. */
  "incident.notice",
] as const;

export type Moment = (typeof moments)[number];
