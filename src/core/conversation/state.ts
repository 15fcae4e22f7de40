import type { SignalId } from "../detection/signal.ts";
import type { Ask } from "../requests/ask.ts";
import type { Destination, Priority, Property, RuleFacts } from "../rules/rule.ts";
import type { SlaState } from "../sla/sla-state.ts";
import type { HandoffCourse } from "./handoff-course.ts";

/**
 * One thread with one customer. Control is a union of phases: who may speak is the phase, and each phase holds only
 * what belongs to it. Stored with a schema version; older ones are upgraded in upgrade.ts.
 */
export interface Conversation {
  readonly schemaVersion: 4;
  readonly id: string;
  readonly customerId: string;
  /** Where replies go. */
  readonly route: { readonly channelId: string };
  /** The customer's language: what an agent says wins over their words, and these over what the channel says. */
  readonly locale: string | null;
  readonly localeSource: LocaleSource | null;
  readonly tags: readonly string[];
  /** Of the customer and of this conversation; rules read them. */
  readonly properties: Readonly<Record<string, Property>>;
  /** Demo and declared test data: counts in no figure. */
  readonly isTest: boolean;
  /** A test that runs a draft of the settings instead of what is in force (I16). */
  readonly draftId: string | null;
  readonly createdAt: number;
  /** Rises with every change; effects' ids are made of it. */
  readonly revision: number;
  /** Rises with every change of control (I2). */
  readonly epoch: number;
  /** Rises with every message of the customer. */
  readonly turn: number;
  readonly lastSeq: number;
  readonly lastRecordSeq: number;
  readonly lastCustomerAt: number;
  readonly lastCustomerSeq: number;
  readonly engagement: Engagement;
  /** Until when nothing, or no bot, answers somebody who went on insulting; `null`: nothing of the kind. */
  readonly restraint: Restraint | null;
  /** How long the last wait for a person was: estimates are made of these. */
  readonly lastWait: { readonly queueId: string; readonly ms: number; readonly at: number } | null;
  readonly control: Control;
}

export type LocaleSource = "channel" | "detected" | "agent";

export interface Engagement {
  readonly number: number;
  readonly startedAt: number;
  readonly firstSeq: number;
  /** The last person who had control in it. */
  readonly lastAgentId: string | null;
  readonly bot: BotRecord;
  /** How many were opened in it; `null`: not known, it began before they were counted. */
  readonly handoffs: number | null;
  /** A person has answered one of them; `null`: not known. */
  readonly isAnswered: boolean | null;
  /** The customer asked for a person, or wrote of what only a person may answer; `null`: not known. */
  readonly hasShownNeed: boolean | null;
  /** A person was offered: once per engagement. `isOpen`: the answer to it is still to come. */
  readonly offer: { readonly seq: number; readonly isOpen: boolean; readonly evidence: readonly Evidence[] } | null;
  readonly insults: number;
  /** Fingerprints of what the customer said last. */
  readonly said: readonly string[];
  readonly hasHeardIncident: boolean;
  /** What was promised about answers; `null`: nothing yet. */
  readonly sla: EngagementSla | null;
  /** A person gave it back to the bot; the note is the message that says what they did. */
  readonly handedBack: { readonly at: number; readonly noteSeq: number | null } | null;
}

export interface EngagementSla {
  readonly state: SlaState;
  readonly effectId: string | null;
  readonly dueAt: number | null;
  /** Of the handoff it is about now; `null`: not known, it was open before they were counted. */
  readonly next: NextResponses | null;
}

/** Answers that were promised after the first one: the clock keeps only the last of them. */
export interface NextResponses {
  /** `null`: a person took it out of the bot's hands. */
  readonly handoffId: string | null;
  readonly promised: number;
  readonly missed: number;
}

/** What the bot did in this engagement. */
export interface BotRecord {
  /** What it wrote to the customer, without what was held back; `null`: not known. */
  readonly messages: number | null;
  /** Since it got the conversation last. */
  readonly turns: number;
  /** Answers in a row that it was unsure of or had nothing for. */
  readonly failedAttempts: number;
  readonly intents: readonly string[];
  /** Fingerprints of what it said last. */
  readonly said: readonly string[];
  /** It has said that it is an AI. */
  readonly isIntroduced: boolean;
  readonly usage: UsageTotal;
}

export interface UsageTotal {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Millionths of a US dollar, of what had a known price. */
  readonly costMicros: number;
}

export interface Restraint {
  readonly type: "limited" | "blocked";
  readonly until: number;
}

export type Control = BotControl | QueueControl | HumanControl | ClosedControl;
export type Phase = Control["phase"];

export interface BotControl {
  readonly phase: "bot";
  readonly since: number;
  readonly pendingTurn: PendingTurn | null;
  readonly alert: Alert | null;
}

export interface QueueControl {
  readonly phase: "queue";
  readonly since: number;
  readonly handoff: Handoff;
  /** Bot assists: it speaks under the queue's epoch while the place is kept. `null`: it is silent. */
  readonly assist: { readonly pendingTurn: PendingTurn | null } | null;
}

export interface HumanControl {
  readonly phase: "human";
  readonly since: number;
  readonly agentId: string;
  /** The customer has asked something since the person last wrote. */
  readonly awaitsAnswer: boolean;
  /** The one that brought them here: why, what showed it, and what has become of it. */
  readonly handoff: Handoff | null;
  readonly alert: Alert | null;
  /** Colleagues who are asked to take it, one at a time, or to advise. */
  readonly asks: readonly Ask[];
  /** Who reads along and advises; the customer never hears them. */
  readonly advisers: readonly string[];
  /** Until their first answer: then the customer is told, and later others are asked. */
  readonly watch: { readonly stage: WatchStage; readonly effectId: string } | null;
  /** The owner is not there; it stays theirs until the customer writes or the deadline comes. */
  readonly ownerGone: OwnerGone | null;
  /** Put aside until then, or until the customer writes. */
  readonly snooze: Snooze | null;
  /** Takes no room while the customer is silent. */
  readonly isIdle: boolean;
  readonly idleEffectId: string | null;
}

export type WatchStage = "hold" | "reassign";

export interface Snooze {
  readonly until: number;
  readonly effectId: string;
  /** What was watched for when it was put aside, and is again afterwards; absent: nothing. */
  readonly watch?: WatchStage;
}

export interface OwnerGone {
  readonly because: GoneReason;
  readonly at: number;
  readonly effectId: string;
}

export type GoneReason = "away" | "off-shift" | "absent" | "disconnected" | "left";
/** Why it waits again after a person had it. */
export type ReturnReason = GoneReason | "no-answer" | "full" | "given-back" | "sla-warning" | "sla-breached";

/** Others were told, and the owner stays. They may claim; when nobody has by the deadline, the fallback gets it. */
export interface Alert {
  readonly id: string;
  readonly at: number;
  readonly cause: HandoffCause;
  readonly destination: Resolved;
  readonly fallback: Resolved;
  /** What its rule says of the handoff that it may become; missing in those of before. */
  readonly becomes?: Pick<Handoff, "priority" | "tasks">;
  readonly deadlineAt: number;
  readonly deadlineEffectId: string;
}

export interface ClosedControl {
  readonly phase: "closed";
  readonly since: number;
  readonly outcome: CloseOutcome;
  /** The last one of this engagement. */
  readonly handoff: Handoff | null;
  /** How it was was asked, and a number is the answer to it until then; absent: it was not. */
  readonly ratingUntil?: number;
}

export type CloseOutcome = "resolved" | "unresolved" | "spam";

/** A turn the bot owes. Messages that come meanwhile restart it (I3), within bounds. */
export interface PendingTurn {
  readonly effectId: string;
  readonly turn: number;
  readonly firstMessageAt: number;
  readonly restarts: number;
  /** The last message the previous answer had read, when others came while it was being written. */
  readonly unreadAfter: number | null;
}

/** Why a person is needed, what shows it, and what decided where it goes (I12). */
export interface HandoffCause {
  readonly reason: HandoffReason;
  readonly evidence: readonly Evidence[];
  readonly decision: RuleTrail;
}

/** Facts and version together are enough to go through the decision again. */
export interface RuleTrail {
  readonly settingsVersion: number;
  /** `null`: no rule matched, the signal's own policy held. */
  readonly ruleId: string | null;
  readonly facts: RuleFacts | null;
}

/** A destination as it was when it was chosen: a running handoff keeps its way whatever the lead changes. */
export interface Resolved extends Destination {
  /** Whose people are asked; empty: anybody's. */
  readonly teamIds: readonly string[];
}

/** One escalation. Open as long as the conversation is in the queue. */
export interface Handoff extends HandoffCause {
  readonly id: string;
  readonly openedAt: number;
  readonly destination: Resolved;
  readonly priority: Priority;
  /** Task templates to be made into tasks. */
  readonly tasks: readonly string[];
  /** The person to ask first: who had it before, or nobody. */
  readonly preferredAgentId: string | null;
  /** Asked in this handoff and did not take it: not asked again in it (I6). */
  readonly declinedBy: readonly string[];
  /** Who is being asked right now. */
  readonly ask: Ask | null;
  /** When it came to the queue it is in: steps and overflow count from there, whatever happened since. */
  readonly enteredQueueAt: number;
  /** Queues it has been in, the one it is in last. */
  readonly queues: readonly string[];
  /** Having found nobody: the record of it, so that finding nobody again is the same one. */
  readonly nobody: { readonly seq: number; readonly at: number; readonly attempts: number } | null;
  /** How the customer chose to wait. */
  readonly waits: "here" | "later" | "email";
  /** Where it waits it was closed during this wait: overnight work; `null`: it was not; absent: not known. */
  readonly overnight?: Overnight | null;
  /** A call was offered, as a follow-up of this template: once in a handoff while it waits. */
  readonly offeredCall?: string;
  readonly course: HandoffCourse;
  /** The stored wake-up, so that nothing open is ever forgotten (I5). */
  readonly wakeUpEffectId: string;
  readonly wakeUpRound: number;
  /** When the customer was last told something about the wait. */
  readonly toldAt: number;
  readonly hasToldWaiting: boolean;
  /** Since when somebody could have come: the team's patience does not run while it is closed. */
  readonly patienceFrom: number;
  /** When the policy for "nobody took it" ran; the handoff stays open and visible. */
  readonly exhaustedAt: number | null;
}

export interface Overnight {
  /** The customer wrote since it closed, and has heard it once more. */
  readonly isAnswered: boolean;
}

/** The signal that weighed most, or what else brought it about. */
export type HandoffReason =
  | SignalId
  | "reopened"
  | "no-bot"
  /** A person gave it to another, or took it, without a wait. */
  | "assigned"
  /** A rule that looks at no signal. */
  | "rule"
  /** Before there were more kinds of signals. */
  | "unsupported-message";

export interface Evidence {
  readonly signal: SignalId;
  /** The phrase's, topic's or failure's name; never words (I15). */
  readonly detail: string | null;
  readonly messageSeq: number | null;
  /** Where in the message, in UTF-16 units: the words themselves stay in the message (I15). */
  readonly start: number;
  readonly end: number;
}
