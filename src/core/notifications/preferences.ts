import type { NoticeKind } from "./notice.ts";
import type { QuietHours } from "./quiet-hours.ts";

/** How one person wants to be told of what. What they have not decided is as {@link defaultChoice} says. */
export interface NotificationPreferences {
  readonly schemaVersion: 1;
  readonly agentId: string;
  readonly kinds: Readonly<Partial<Record<NoticeKind, Readonly<Partial<Record<PersonalMethod, Choice>>>>>>;
  readonly quietHours: QuietHours | null;
  /** Their id in Slack; `null`: they are looked up by their e-mail address. */
  readonly slackMemberId: string | null;
}

/** Ways to one person. */
export const personalMethods = ["in-app", "email", "slack"] as const;
export type PersonalMethod = (typeof personalMethods)[number];

/** Ways that go out of the product. */
export type PushMethod = Exclude<PersonalMethod, "in-app">;

/** `away`: only while they are not available, and so would not see it. */
export const choices = ["on", "away", "off"] as const;
export type Choice = (typeof choices)[number];

type Defaults = readonly [email: Choice, slack: Choice];

/**
 * The product shows everything. Out of it goes what waits for this very person, and what nobody else will take care of;
 * what a whole queue sees anyway, only to those who do not sit in front of it.
 */
const defaults: Readonly<Record<NoticeKind, Defaults>> = {
  "handoff-opened": ["away", "off"],
  "conversation-alerted": ["on", "on"],
  "request-received": ["away", "away"],
  "request-ended": ["off", "on"],
  "conversation-assigned": ["away", "on"],
  "conversations-assigned": ["away", "on"],
  "conversation-returned": ["away", "on"],
  "conversations-returned": ["away", "on"],
  "conversation-taken": ["away", "on"],
  "nobody-on-duty": ["on", "on"],
  "handoff-exhausted": ["on", "on"],
  "snooze-ended": ["away", "on"],
  "shift-ending": ["off", "on"],
  "sla-warning": ["off", "on"],
  "sla-breached": ["on", "on"],
  "task-assigned": ["on", "on"],
  "task-due": ["on", "on"],
  "task-overdue": ["on", "on"],
  "case-handoff-done": ["on", "on"],
  "message-undelivered": ["away", "on"],
  "settings-publish-failed": ["on", "on"],
};

function defaultChoice(kind: NoticeKind, method: PersonalMethod): Choice {
  if (method === "in-app") return "on";
  const [email, slack] = defaults[kind];
  return method === "email" ? email : slack;
}

/** Whoever has chosen nothing for many at once is told of them as of one. */
const toldAs: Readonly<Partial<Record<NoticeKind, NoticeKind>>> = {
  "conversations-assigned": "conversation-assigned",
  "conversations-returned": "conversation-returned",
};

export function choiceOf({ kinds }: NotificationPreferences, kind: NoticeKind, method: PersonalMethod): Choice {
  const like = toldAs[kind];
  return kinds[kind]?.[method] ?? (like && kinds[like]?.[method]) ?? defaultChoice(kind, method);
}

export function plainPreferences(agentId: string): NotificationPreferences {
  return { schemaVersion: 1, agentId, kinds: {}, quietHours: null, slackMemberId: null };
}
