import type { Destination, Priority } from "../rules/rule.ts";
import type { Score } from "../surveys/survey.ts";
import type { TaskMoment } from "../tasks/task-template.ts";
import type { HandoffReason, Resolved } from "./state.ts";

/** What is to be done after a commit. Leased, in order within its lane, at least once (I10). Holds ids only. */
export type Effect =
  | {
      readonly type: "bot-turn";
      readonly conversationId: string;
      readonly epoch: number;
      readonly turn: number;
    }
  | {
      readonly type: "message-send";
      readonly conversationId: string;
      readonly seq: number;
      readonly epoch: number;
    }
  | {
      readonly type: "route";
      readonly conversationId: string;
      readonly handoffId: string;
      readonly epoch: number;
      /** How many looks in a row; absent: the first. */
      readonly look?: number;
      /** Nothing has happened but that time passed: left out while it could find nothing. */
      readonly isRoutine?: true;
    }
  | { readonly type: "timer"; readonly conversationId: string; readonly timer: Timer }
  | { readonly type: "notify"; readonly conversationId: string; readonly notice: Notice }
  | { readonly type: "packet-build"; readonly conversationId: string; readonly handoffId: string }
  | { readonly type: "task-create"; readonly conversationId: string; readonly task: WantedTask }
  /** How it was is asked some time after the end, if the customer has not come back by then. */
  | {
      readonly type: "survey-ask";
      readonly conversationId: string;
      readonly engagement: number;
      /** Of the end it is about. */
      readonly epoch: number;
    }
  | {
      readonly type: "survey-answer";
      readonly conversationId: string;
      readonly engagement: number;
      readonly score: Score;
    }
  /** Somebody is asked no more: the place that was kept with them is free again. */
  | { readonly type: "hold-release"; readonly conversationId: string; readonly agentId: string };

/** A follow-up that was promised. */
export interface WantedTask {
  /** Of the settings, by id. */
  readonly templateId: string;
  readonly cause: TaskMoment | "rule";
  readonly handoffId: string | null;
  readonly destination: Resolved | null;
  /** Who has the conversation, or had it last. */
  readonly holderId: string | null;
}

/** What people are told of a handoff. Ids and codes only (I15). */
export interface Notice {
  readonly kind: NoticeKind;
  /** The handoff's, the alert's or the request's. */
  readonly subjectId: string;
  readonly targets: readonly Destination[];
  /** The person who brought it about: who asked, who rejected. */
  readonly actorId: string | null;
  /** `null`: it is not about a handoff. */
  readonly reason: HandoffReason | null;
  readonly priority: Priority;
  /** A code or a reason from the lists; never customers' words. */
  readonly detail: string | null;
}

export type NoticeKind =
  | "handoff-opened"
  | "conversation-alerted"
  /** Asked by routing or a colleague. */
  | "request-received"
  /** To whoever asked: how it ended. */
  | "request-ended"
  | "conversation-assigned"
  /** It waits again, because the person who had it went or did not answer. */
  | "conversation-returned"
  /** To whoever had it: what was promised about answers has sent it elsewhere. */
  | "conversation-taken"
  | "nobody-on-duty"
  | "handoff-exhausted"
  | "snooze-ended"
  | "sla-warning"
  | "sla-breached";

/** Not of one conversation: somebody has room again, so the queue is looked through (I7). */
export interface QueueDrain {
  readonly type: "queue-drain";
  readonly agentId: string;
}

/** Comes back as `timer-fired` when it is due (I9). */
export type Timer =
  | { readonly kind: "request-expiry"; readonly askId: string }
  | { readonly kind: "handoff-wake-up"; readonly handoffId: string; readonly round: number }
  /** Nobody of those who were alerted has claimed it by now. */
  | { readonly kind: "alert-deadline"; readonly alertId: string }
  /** The person who has it has not answered yet. */
  | { readonly kind: "first-response" }
  /** An owner who is gone was waited for. */
  | { readonly kind: "owner-deadline" }
  | { readonly kind: "snooze-end" }
  /** A warning or a deadline of what was promised. */
  | { readonly kind: "sla" }
  /** Whether the customer has been silent for long. */
  | { readonly kind: "idle" };

export interface PlannedEffect {
  readonly id: string;
  readonly lane: string | null;
  readonly dueAt: number;
  readonly effect: Effect;
}

export const lanes = {
  send: (conversationId: string) => `send:${conversationId}`,
  bot: (conversationId: string) => `bot:${conversationId}`,
  /** The last word counts. */
  survey: (conversationId: string) => `survey:${conversationId}`,
  /** One at a time in the whole workspace, so that two offers never count the same free place. */
  route: "route",
};
