import type { Role } from "../people/agent.ts";
import type { RoutingDecision } from "../routing/decision.ts";
import type { Destination, Property } from "../rules/rule.ts";
import type { Timer } from "./effect.ts";
import type { WrapUp } from "./handoff-course.ts";
import type { MessageContent } from "./message.ts";
import type { CloseOutcome, GoneReason, UsageTotal } from "./state.ts";
import type { WaitChoice } from "./wait-choice.ts";

/** Everything that can happen to a conversation. `at` is data; `id` makes a repetition recognisable (I1). */
export type ConversationEvent = EventBase & EventBody;

interface EventBase {
  readonly id: string;
  readonly at: number;
}

export type EventBody =
  | MessageReceived
  | BotReplied
  | BotFailed
  | RouteSettled
  | ConversationClaimed
  | RequestAccepted
  | RequestRejected
  | RequestMade
  | RequestWithdrawn
  | DiscussionEnded
  | ConversationAssigned
  | ConversationUnassigned
  | OwnerChanged
  | ConversationSnoozed
  | WaitChosen
  | WrapUpNoted
  | HandoffWoken
  | AgentReplied
  | NoteAdded
  | ConversationHandedBack
  | ConversationClosed
  | ConversationFlagged
  | DetailsChanged
  | LanguageSet
  | RestraintLifted
  | CheckInDue
  | SurveyDue
  | TimerFired
  | SendSettled
  | DeliveryReported;

export type EventType = EventBody["type"];

export interface MessageReceived {
  readonly type: "message-received";
  readonly channelId: string;
  readonly providerId: string;
  readonly customerId: string;
  readonly locale: string | null;
  readonly isTest: boolean;
  readonly draftId: string | null;
  /** Properties that came with it. */
  readonly properties: Readonly<Record<string, Property>>;
  /** Somebody else than the customer wrote it: their address is kept with the customer, here it only matters that it is so. */
  readonly isFromParticipant: boolean;
  readonly content: MessageContent;
}

export interface BotReplied {
  readonly type: "bot-replied";
  readonly effectId: string;
  readonly botId: string;
  readonly epoch: number;
  /** The last message the bot had read. */
  readonly upToSeq: number;
  readonly text: string | null;
  readonly wantsHandoff: { readonly reason: string; readonly note: string | null } | null;
  readonly topicSupported: boolean | null;
  readonly confidence: number | null;
  readonly intents: readonly string[];
  readonly usage: UsageTotal | null;
}

export interface BotFailed {
  readonly type: "bot-failed";
  readonly effectId: string;
  readonly botId: string;
  readonly epoch: number;
  readonly failure: BotFailure;
  readonly usage: UsageTotal | null;
}

export interface RouteSettled {
  readonly type: "route-settled";
  readonly effectId: string;
  readonly handoffId: string;
  readonly decision: RoutingDecision;
  /** How many looks in a row; absent: the first. */
  readonly look?: number;
}

export interface ConversationClaimed {
  readonly type: "conversation-claimed";
  readonly agentId: string;
}
export interface RequestAccepted {
  readonly type: "request-accepted";
  readonly requestId: string;
  readonly agentId: string;
}
export interface RequestRejected {
  readonly type: "request-rejected";
  readonly requestId: string;
  readonly agentId: string;
  readonly reason: string;
}
/** A person asks a colleague to take it, or for advice. */
export interface RequestMade {
  readonly type: "request-made";
  readonly kind: "assign" | "discuss";
  readonly byAgentId: string;
  readonly agentId: string;
  /** Only somebody of this role will do; `null`: anybody. */
  readonly role: Role | null;
  readonly note: string | null;
}
/** Whoever asked, or a lead, takes it back. `agentId: null`: a case handoff. */
export interface RequestWithdrawn {
  readonly type: "request-withdrawn";
  readonly requestId: string;
  readonly agentId: string | null;
  readonly reason: string;
}
/** Somebody's advice is no longer needed, or no longer given. */
export interface DiscussionEnded {
  readonly type: "discussion-ended";
  readonly agentId: string;
  readonly byAgentId: string;
  /** Who advises from now on instead; absent: nobody. */
  readonly insteadId?: string;
}
/** Given to a person without asking them. `byAgentId: null`: an outside system, or the operator. */
export interface ConversationAssigned {
  readonly type: "conversation-assigned";
  readonly agentId: string;
  readonly byAgentId: string | null;
  /** Also when they are not there; capacity is kept even so (I7). */
  readonly evenIfAway: boolean;
  /** The case handoff that moves it; `null`: somebody's single decision. */
  readonly jobId: string | null;
  /** The customer is told who looks after them now. */
  readonly tellsCustomer: boolean;
}
/** Back to a queue, for whoever comes next. */
export interface ConversationUnassigned {
  readonly type: "conversation-unassigned";
  readonly byAgentId: string | null;
  readonly destination: Destination | null;
  readonly note: string | null;
  /** `false`: the customer is not told that it waits, because a lead who moves much at once wants it so. */
  readonly tellsCustomer?: boolean;
}
/** The person who has it, or whom routing asks, went (`because`), or is back (`null`). */
export interface OwnerChanged {
  readonly type: "owner-changed";
  readonly agentId: string;
  readonly because: GoneReason | null;
}
export interface ConversationSnoozed {
  readonly type: "conversation-snoozed";
  readonly agentId: string;
  /** `null`: it is taken up again now. */
  readonly until: number | null;
}
/** A customer who waits chooses how, or not to wait at all. */
export interface WaitChosen {
  readonly type: "wait-chosen";
  readonly choice: WaitChoice;
}
export interface WrapUpNoted {
  readonly type: "wrap-up-noted";
  readonly agentId: string;
  readonly wrapUp: WrapUp;
}
/** Somebody got room or came on duty: look again (I7). */
export interface HandoffWoken {
  readonly type: "handoff-woken";
  /** Whose turn was taken from them in this very handoff and who may be asked again; absent: nobody. */
  readonly again?: { readonly agentId: string; readonly handoffId: string };
}
export interface AgentReplied {
  readonly type: "agent-replied";
  readonly agentId: string;
  readonly text: string;
}
export interface NoteAdded {
  readonly type: "note-added";
  readonly agentId: string;
  readonly text: string;
}
export interface ConversationHandedBack {
  readonly type: "conversation-handed-back";
  readonly agentId: string;
  readonly note: string | null;
}
export interface ConversationClosed {
  readonly type: "conversation-closed";
  readonly agentId: string | null;
  readonly outcome: CloseOutcome;
  readonly wrapUp: WrapUp | null;
}
/** An outside workflow says that a person is needed. */
export interface ConversationFlagged {
  readonly type: "conversation-flagged";
  /** `complex`, `urgent` or a name of the workflow's own. */
  readonly flag: string;
  /** In words, for the person who takes over. */
  readonly reason: string | null;
}
export interface DetailsChanged {
  readonly type: "details-changed";
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
  /** `null` removes one. */
  readonly properties: Readonly<Record<string, Property | null>>;
}
/** An agent knows better which language the customer speaks. */
export interface LanguageSet {
  readonly type: "language-set";
  readonly agentId: string;
  readonly locale: string;
}
/** A person lifts what the abuse policy had imposed. */
export interface RestraintLifted {
  readonly type: "restraint-lifted";
  readonly agentId: string;
}
/** A follow-up that the system does by itself: is all well? */
export interface CheckInDue {
  readonly type: "check-in-due";
  readonly taskId: string;
  /** When it was promised: whoever has written since is being helped already. */
  readonly since: number;
}
/** How it was is asked now. */
export interface SurveyDue {
  readonly type: "survey-due";
  readonly engagement: number;
  readonly epoch: number;
  /** Where it can be answered, on channels without buttons; `null`: in words. */
  readonly url: string | null;
}
export interface TimerFired {
  readonly type: "timer-fired";
  readonly effectId: string;
  readonly timer: Timer;
}

/** What became of a send; the message itself is data beside the conversation. */
export interface SendSettled {
  readonly type: "send-settled";
  readonly effectId: string;
  readonly seq: number;
  readonly result:
    | { readonly status: "sent"; readonly providerId: string | null }
    | { readonly status: "withheld" }
    | { readonly status: "unknown" }
    | { readonly status: "failed"; readonly error: string };
}

export interface DeliveryReported {
  readonly type: "delivery-reported";
  readonly seq: number;
  readonly status: "delivered" | "read" | "failed";
  readonly detail: string | null;
}

/** Every way the bot's path can fail; each ends at a person (I11). */
export type BotFailure = "error" | "time-out" | "overload" | "refusal" | "malformed" | "empty";
