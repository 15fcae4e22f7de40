import { type Message, type MessageContent, textOf } from "../core/conversation/message.ts";
import type { ControlRecord, EngagementRecord } from "../core/conversation/record.ts";
import type { Conversation } from "../core/conversation/state.ts";
import type { PastMessage } from "../core/rules/backtest.ts";
import type { RuleFacts } from "../core/rules/rule.ts";
import { asSignal, type PastConversation, type PastEvent } from "./backtest-event.ts";

/** A conversation as engagements for rule books to be asked about: what each party said, and what only records know. */
export function readPast(
  conversation: Conversation,
  channelKind: string,
  messages: readonly Message[],
  records: readonly EngagementRecord[],
): readonly PastConversation[] {
  const called = records.flatMap(calledByRules);
  const engagements = Map.groupBy(messages, ({ engagement }) => engagement);
  return [...engagements].flatMap(([engagement, said]) => {
    const ofIt = called.filter((record) => record.engagement === engagement);
    const past = pastMessages(said, ofIt);
    if (past.messages.length === 0) return [];
    const { id: conversationId, tags, properties, route } = conversation;
    const language = knownLanguage(conversation, engagement);
    const about = { conversationId, engagement, channelId: route.channelId, channelKind, language, tags, properties };
    return [{ past: { ...about, messages: past.messages }, events: past.events }];
  });
}

/** From the bot to people, with what was known at the time. */
interface Called extends Pick<ControlRecord, "engagement" | "at" | "actor"> {
  readonly signals: RuleFacts["signals"];
}

function calledByRules(record: EngagementRecord): readonly Called[] {
  if (record.type !== "control" || record.from !== "bot" || record.to !== "queue") return [];
  const { engagement, at, actor, reason } = record;
  const facts = reason.code === "handoff" ? reason.decision?.facts : null;
  return facts ? [{ engagement, at, actor, signals: facts.signals }] : [];
}

/** At the first message nothing is known yet but what the channel says. */
function knownLanguage({ locale, localeSource }: Conversation, engagement: number): string | null {
  return localeSource === "channel" || engagement > 1 ? locale : null;
}

interface Said {
  readonly messages: readonly PastMessage[];
  readonly events: readonly PastEvent[];
}

function pastMessages(said: readonly Message[], called: readonly Called[]): Said {
  const ownWords = said.filter(({ author }) => author.type === "customer" || author.type === "bot");
  const participants = called.filter(({ signals }) => signals.some(({ id }) => id === "participant"));
  const events = [
    ...said.flatMap((message): PastEvent[] => eventsOf(message, isAmong(participants, message))),
    ...called.flatMap((record) => unspoken(record, ownWords)),
  ];
  return {
    messages: [...said.flatMap(pastMessage), ...called.flatMap((record) => unspokenMessage(record, ownWords))].sort(
      bySeq,
    ),
    events: events.sort(bySeq),
  };
}

function isAmong(records: readonly Called[], { at, author }: Message): boolean {
  return author.type === "customer" && records.some((record) => record.at === at);
}

function eventsOf({ seq, at, author, content }: Message, isFromParticipant: boolean): PastEvent[] {
  if (author.type === "customer") return [{ type: "message", seq, at, content, isFromParticipant }];
  const answer = { type: "answer", seq, at, text: textOf(content) ?? "" } as const;
  const offered = { type: "offered", seq, at } as const;
  if (author.type === "bot") return offersPerson(content) ? [answer, offered] : [answer];
  return offersPerson(content) ? [offered] : [];
}

/** How to wait is a choice, too, and offers nobody anything. */
function offersPerson(content: MessageContent): boolean {
  return content.type === "offer" && content.choices.some(({ id }) => id === "person");
}

function pastMessage({ seq, at, author, content }: Message): readonly PastMessage[] {
  if (author.type !== "customer" && author.type !== "bot" && author.type !== "agent") return [];
  const kind = content.type === "text" || content.type === "offer" ? null : content.type;
  return [{ seq, at, author: author.type, text: textOf(content), kind }];
}

/** A failure, a proposal, a flag: the message it stands behind is the last one before it. */
function unspoken({ at, actor, signals }: Called, words: readonly Message[]): readonly PastEvent[] {
  if (actor.type === "customer") return [];
  return [{ type: "signals", seq: lastBefore(words, at), at, signals: signals.map(asSignal) }];
}

function unspokenMessage({ at, actor }: Called, words: readonly Message[]): readonly PastMessage[] {
  if (actor.type === "customer") return [];
  return [{ seq: lastBefore(words, at), at, author: "bot", text: null, kind: "signals" }];
}

function lastBefore(words: readonly Message[], at: number): number {
  return words.findLast((message) => message.at <= at)?.seq ?? words[0]?.seq ?? 1;
}

function bySeq(one: { readonly seq: number }, other: { readonly seq: number }): number {
  return one.seq - other.seq;
}
