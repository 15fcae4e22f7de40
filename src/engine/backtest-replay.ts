import type { ChannelFacts, TransitionContext } from "../core/conversation/context.ts";
import { noWorkload } from "../core/conversation/context.ts";
import type { ConversationEvent } from "../core/conversation/event.ts";
import type { ConversationSettings } from "../core/conversation/settings.ts";
import type { BotControl, Conversation, HandoffCause, Resolved } from "../core/conversation/state.ts";
import { transition } from "../core/conversation/transition.ts";
import { wayOf } from "../core/conversation/way.ts";
import { hoursStateFor } from "../core/conversation/wording.ts";
import { decide } from "../core/detection/decide.ts";
import type { Signal } from "../core/detection/signal.ts";
import type { PastDecision, PastEngagement, PastPolicy } from "../core/rules/backtest.ts";
import type { Policy } from "../core/settings/policy.ts";
import { asSignal, type PastEvent } from "./backtest-event.ts";
import { type DecisionMoment, hearSignals } from "./hear-signals.ts";
import { imagineConversation } from "./imagined-conversation.ts";

export interface Replayed {
  readonly policy: Policy;
  readonly settings: ConversationSettings;
  readonly channelOf: (past: PastEngagement) => ChannelFacts;
  readonly eventsOf: (past: PastEngagement) => readonly PastEvent[];
}

interface Walk {
  readonly past: PastEngagement;
  readonly context: TransitionContext;
  /** Those that are still to come. */
  readonly ahead: PastEvent[];
  conversation: Conversation;
  upTo: number;
  decision: PastDecision;
}

/**
 * A rule book over the past, through the same door as the present: messages and answers are put to the transition
 * itself. It is asked message by message, so it goes on from where it was asked last.
 */
export function replayPolicy(replayed: Replayed): PastPolicy {
  let walk: Walk | null = null;
  return (past, upTo) => {
    if (walk?.past !== past || upTo < walk.upTo) walk = begin(replayed, past);
    if (upTo > walk.upTo) goOn(walk, upTo);
    return walk.decision;
  };
}

const leftToBot: PastDecision = { action: "bot", destination: null, ruleId: null, reason: null, hours: null };

function begin({ policy, settings, channelOf, eventsOf }: Replayed, past: PastEngagement): Walk {
  const channel = channelOf(past);
  const at = past.messages[0]?.at ?? 0;
  const { language: locale, tags, properties } = past;
  const ahead = [...eventsOf(past)];
  const nobody = { agents: {}, message: null, customerName: null };
  const context = { ...nobody, settings, policy, channel, workload: noWorkload };
  const conversation = imagineConversation({ at, channelId: channel.id, locale, tags, properties });
  return { past, context, ahead, conversation, upTo: 0, decision: leftToBot };
}

/** What was decided between the last time somebody asked and now; nobody asks any further after a person was called. */
function goOn(walk: Walk, upTo: number): void {
  walk.upTo = upTo;
  walk.decision = leftToBot;
  for (let next = walk.ahead[0]; next && next.seq <= upTo; next = walk.ahead[0]) {
    walk.ahead.shift();
    const decision = step(walk, next);
    if (decision.action !== "bot") walk.decision = decision;
    if (decision.action === "handoff") return;
  }
}

function step(walk: Walk, past: PastEvent): PastDecision {
  const { conversation, context } = walk;
  if (conversation.control.phase !== "bot") return leftToBot;
  if (past.type === "signals") return judge(walk, past.signals, past.at);
  if (past.type === "offered") {
    walk.conversation = withOffer(conversation, true);
    return leftToBot;
  }
  const before = past.type === "answer" ? withTurn(conversation, conversation.control) : conversation;
  const event = past.type === "answer" ? answerEvent(before, past) : messageEvent(before, past);
  const applied = transition(before, event, context, before.id);
  return applied.status === "applied" ? follow(walk, { before, event, context }, applied.conversation) : leftToBot;
}

function follow(walk: Walk, moment: DecisionMoment, after: Conversation): PastDecision {
  const { before, event } = moment;
  const { control, engagement } = after;
  const isOffered = engagement.offer !== null && engagement.offer.seq !== before?.engagement.offer?.seq;
  // Whoever was not asked at the time did not answer: "yes" was said to something else.
  walk.conversation = isOffered ? withOffer(after, false) : after;
  if (control.phase === "queue") return handoff(walk, control.handoff, control.handoff.destination, event.at);
  if (control.phase === "bot" && control.alert && control.alert.at === event.at) {
    return handoff(walk, control.alert.cause, control.alert.destination, event.at);
  }
  return isOffered ? offer(moment, after) : leftToBot;
}

/** An offer leaves no trace of the rule behind it, so what was heard is decided about once more. */
function offer(moment: DecisionMoment, conversation: Conversation): PastDecision {
  const { context, event } = moment;
  const signals = hearSignals(moment)?.facts.signals.map(asSignal) ?? [];
  const { cause } = decide({ conversation, at: event.at, signals, messageSeq: null }, context);
  return { ...leftToBot, action: "offer", ruleId: cause.decision.ruleId, reason: cause.reason };
}

/** What only a record tells of. A bot that failed, or had promised somebody, ends at a person whatever rules say. */
function judge({ conversation, context }: Walk, signals: readonly Signal[], at: number): PastDecision {
  const { action, cause, outcome } = decide({ conversation, at, signals, messageSeq: null }, context);
  const mustCall = signals.some(({ id }) => id === "bot-failed" || id === "broken-promise");
  if (action !== "handoff" && !mustCall) {
    return { ...leftToBot, action, ruleId: cause.decision.ruleId, reason: action === "offer" ? cause.reason : null };
  }
  return handoff({ context }, cause, wayOf(outcome, context).destination, at);
}

function handoff({ context }: Pick<Walk, "context">, cause: HandoffCause, to: Resolved, at: number): PastDecision {
  const { type, id } = to;
  const { ruleId } = cause.decision;
  const hours = hoursStateFor(to, context, at);
  return { action: "handoff", destination: { type, id }, ruleId, reason: cause.reason, hours };
}

function withOffer(conversation: Conversation, isOpen: boolean): Conversation {
  const { engagement } = conversation;
  return { ...conversation, engagement: { ...engagement, offer: engagement.offer && { ...engagement.offer, isOpen } } };
}

/** The bot answered at the time, whatever these rules would have done before. */
function withTurn(conversation: Conversation, control: BotControl): Conversation {
  const { turn, lastCustomerAt: firstMessageAt } = conversation;
  const pendingTurn = { effectId: "past", turn, firstMessageAt, restarts: 0, unreadAfter: null };
  return { ...conversation, control: { ...control, pendingTurn } };
}

function answerEvent(
  { epoch, lastSeq }: Conversation,
  { at, text }: PastEvent & { type: "answer" },
): ConversationEvent {
  return {
    ...{ type: "bot-replied", id: "past", at, effectId: "past", botId: "bot", epoch, upToSeq: lastSeq },
    ...{ text, wantsHandoff: null, topicSupported: null, confidence: null, intents: [], usage: null },
  };
}

function messageEvent(
  { customerId, route: { channelId } }: Conversation,
  { seq, at, content, isFromParticipant }: PastEvent & { type: "message" },
): ConversationEvent {
  return {
    ...{ type: "message-received", id: `past-${seq}`, at, channelId, providerId: `past-${seq}`, customerId },
    ...{ locale: null, isTest: true, draftId: null, properties: {}, isFromParticipant, content },
  };
}
