import type { Conversation, Handoff } from "../conversation/state.ts";
import type { HoursState, Priority } from "../rules/rule.ts";
import { engagementId } from "./engagement-row.ts";
import { type FirstResponse, firstResponseOf } from "./first-response-promise.ts";
import { type LaterPromises, laterPromisesOf } from "./later-promises.ts";

/**
 * What reports know of one handoff: one flat row, made of the conversation alone, so that it is written with every
 * change of it and never lags. Ids, codes and times; never words (I15).
 *
 * Rows stay for years as they were written: a column that came later is absent or `null` in those of before, and that
 * is always "not known", never a zero.
 */
export interface HandoffRow extends FirstResponse, LaterPromises {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly conversationId: string;
  readonly engagementId: string;
  readonly customerId: string;
  readonly channelId: string;
  readonly openedAt: number;
  /** Whether the destination was open then. */
  readonly openedIn: HoursState;
  readonly reason: string;
  /** `null`: no rule, the signal's own policy held. */
  readonly ruleId: string | null;
  readonly settingsVersion: number;
  readonly priority: Priority;
  /** Where it waits or waited last; `null`: for a team or a person. */
  readonly queueId: string | null;
  readonly teamId: string | null;
  /** Who had it last; `null`: nobody yet. */
  readonly agentId: string | null;
  readonly phase: "waiting" | "held" | "ended";
  /** The customer did not stay to wait: for a call, or for an answer by e-mail. */
  readonly waitsElsewhere: boolean;
  /** The first time somebody took it. */
  readonly takenAt: number | null;
  /** A person's first words to the customer. */
  readonly answeredAt: number | null;
  /** Who wrote them. */
  readonly answeredBy?: string | null;
  /** Until then: in queues, ringing included, and ringing alone. */
  readonly answerWaitedMs?: number | null;
  readonly answerRingMs?: number | null;
  readonly asked: number;
  readonly rejected: number;
  /** Of these, until it was taken for the first time. */
  readonly rejectedBeforeTaken?: number | null;
  readonly timedOut: number;
  readonly ringMs: number;
  readonly reassigned: number;
  /** Times it waited again after a person had had it. */
  readonly returned: number;
  /** Somebody has it, or had it, for the second time; `null`: not known. */
  readonly hadTwice: boolean | null;
  /** Nobody took it, and the policy for that ran; `null`: not known. */
  readonly isExhausted: boolean | null;
  readonly endedAt: number | null;
  readonly outcome: HandoffEnd | null;
  /** By whoever ended it; `null`: they have not said. */
  readonly wrapUp: string | null;
  readonly botCouldHave: boolean | null;
  readonly wrongTeam: boolean | null;
  /** How much of what the packet held was asked for again; `null`: not looked at (yet). */
  readonly askedAgain: number | null;
}

export type HandoffEnd =
  | "resolved"
  | "unresolved"
  | "spam"
  /** The customer did not want to wait any more. */
  | "cancelled"
  | "given-to-bot"
  /** Another handoff took its place. */
  | "replaced";

export interface HandoffEnding {
  readonly at: number;
  readonly outcome: HandoffEnd;
}

/** `ending`: how it ended, as far as the conversation itself does not say. */
export function handoffRow(
  conversation: Conversation,
  handoff: Handoff,
  ending: HandoffEnding | null = endingIn(conversation, handoff),
): HandoffRow {
  const { destination, course, decision } = handoff;
  return {
    schemaVersion: 1,
    id: handoff.id,
    conversationId: conversation.id,
    engagementId: engagementId(conversation.id, conversation.engagement.number),
    customerId: conversation.customerId,
    channelId: conversation.route.channelId,
    openedAt: handoff.openedAt,
    openedIn: course.openedIn,
    reason: handoff.reason,
    ruleId: decision.ruleId,
    settingsVersion: decision.settingsVersion,
    priority: handoff.priority,
    queueId: destination.type === "queue" ? destination.id : null,
    teamId: destination.teamIds[0] ?? null,
    agentId: course.holders.at(-1) ?? null,
    phase: ending ? "ended" : conversation.control.phase === "human" ? "held" : "waiting",
    waitsElsewhere: handoff.waits !== "here",
    takenAt: course.takenAt,
    answeredAt: course.answeredAt,
    answeredBy: course.firstAnswer?.agentId ?? null,
    answerWaitedMs: course.firstAnswer?.waitedMs ?? null,
    answerRingMs: course.firstAnswer?.ringMs ?? null,
    asked: course.asked,
    rejected: course.rejected,
    rejectedBeforeTaken: course.takenAt === null ? course.rejected : course.rejectedBeforeTaken,
    timedOut: course.timedOut,
    ringMs: course.ringMs,
    reassigned: course.reassigned,
    returned: course.returned,
    hadTwice: course.hadTwice,
    isExhausted: handoff.exhaustedAt !== null || course.wasExhausted,
    endedAt: ending?.at ?? null,
    outcome: ending?.outcome ?? null,
    wrapUp: course.wrapUp?.outcome ?? null,
    botCouldHave: course.wrapUp?.botCouldHave ?? null,
    wrongTeam: course.wrapUp?.wrongTeam ?? null,
    askedAgain: null,
    ...firstResponseOf(conversation, handoff, ending !== null),
    ...laterPromisesOf(conversation, handoff),
  };
}

/** The handoff a conversation is about just now, open or not. */
export function handoffIn({ control }: Conversation): Handoff | null {
  return control.phase === "bot" ? null : control.handoff;
}

function endingIn({ control }: Conversation, handoff: Handoff): HandoffEnding | null {
  if (control.phase !== "closed" || control.handoff?.id !== handoff.id) return null;
  return { at: control.since, outcome: control.outcome };
}
