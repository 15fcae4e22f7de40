/** Names in settings that are ours. Leads write them, so they stay for ever. */

export const settingsMoments = [
  "handoff.offer",
  "handoff.offer.unreadable",
  "handoff.confirmation",
  "handoff.confirmation.urgent",
  "handoff.alerted",
  "handoff.after_hours",
  "handoff.holiday",
  "handoff.no_agent",
  "handoff.queue_full",
  "handoff.exhausted",
  "handoff.failed",
  "handoff.returned",
  "queue.position",
  "queue.next",
  "queue.still_waiting",
  "callback.offer",
  "callback.confirmed",
  "human.joined",
  "human.transferred",
  "human.hold",
  "case.reassigned_bulk",
  "followup.checkin",
  "csat.request",
  "bot.introduction",
  "abuse.warning",
  "abuse.limited",
  "abuse.blocked",
  "incident.notice",
] as const;

export const settingsSignals = [
  "explicit-request",
  "unclear-request",
  "person-button",
  "phrase",
  "intent",
  "unsupported-topic",
  "frustration",
  "insult",
  "customer-repeats",
  "bot-repeats",
  "failed-attempts",
  "turn-budget",
  "bot-failed",
  "bot-proposed",
  "broken-promise",
  "participant",
  "flag",
  "unreadable-message",
  "self-harm",
  "threat",
  "legal",
  "privacy",
  "fraud",
] as const;

export const signalPolicies = ["handoff", "offer", "none"] as const;
export const attachmentKinds = ["audio", "image", "video", "file", "location", "contact", "other"] as const;
export const hoursStates = ["open", "closed", "holiday"] as const;
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
