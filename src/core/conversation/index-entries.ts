import { rankOf, waitsSince } from "../routing/rank.ts";
import type { Conversation, Handoff } from "./state.ts";

/** The views a conversation appears in. Computed here and committed as data, so that every store answers alike. */
export interface IndexEntry {
  readonly view: string;
  readonly key: string;
  readonly sort: number;
}

export const conversationViews = {
  byPhase: "conversations-by-phase",
  byAgent: "conversations-by-agent",
  /** Those who wait, by the destination they wait for, in the order in which they are served: place by place. */
  waiting: "conversations-waiting",
  /** Of these, those for whom nobody is being asked: the first is served next. One view for each order of a queue. */
  unasked: "conversations-unasked",
  unaskedByAge: "conversations-unasked-by-age",
  /** By destination and channel, who wrote longest ago first: how long a channel stays open is the channel's to say. */
  unaskedByWindow: "conversations-unasked-by-window",
  /** Those meant for one person before anybody else. */
  unaskedFor: "conversations-unasked-for",
  /** Those that go to a person by name: their substitute or their team may have to take it. */
  unaskedNamed: "conversations-unasked-named",
  /** Those that nobody took: everybody's. */
  unaskedExhausted: "conversations-unasked-exhausted",
  /** Tests wait apart: nobody real is ever served one (I16). */
  unaskedTests: "conversations-unasked-tests",
  /** Those who have waited, by the queue, the latest last. */
  waits: "conversation-waits",
};

export function indexEntries(conversation: Conversation): readonly IndexEntry[] {
  const { control, lastCustomerAt, lastWait, isTest } = conversation;
  // The queue is worked from its oldest handoff on, not by who wrote last.
  const sort = control.phase === "queue" ? control.handoff.openedAt : lastCustomerAt;
  const entries: IndexEntry[] = [{ view: conversationViews.byPhase, key: control.phase, sort }];
  if (control.phase === "human") {
    entries.push({ view: conversationViews.byAgent, key: control.agentId, sort: lastCustomerAt });
  }
  if (control.phase === "queue") entries.push(...waitingEntries(conversation, control.handoff));
  // Tests count in no figure: not in how many wait, nor in how long (I16).
  if (lastWait && !isTest) entries.push({ view: conversationViews.waits, key: lastWait.queueId, sort: lastWait.at });
  return entries;
}

export function windowKey(destinationId: string, channelId: string): string {
  return `${destinationId} ${channelId}`;
}

function waitingEntries({ isTest, route, lastCustomerAt }: Conversation, handoff: Handoff): readonly IndexEntry[] {
  const { destination, ask, preferredAgentId, exhaustedAt } = handoff;
  const { id: key } = destination;
  const rank = rankOf(handoff);
  const ranked = (view: string, under: string): IndexEntry => ({ view, key: under, sort: rank });
  if (isTest) return ask ? [] : [ranked(conversationViews.unaskedTests, "all")];
  const waits = ranked(conversationViews.waiting, key);
  if (ask) return [waits];
  return [
    waits,
    ranked(conversationViews.unasked, key),
    { view: conversationViews.unaskedByAge, key, sort: waitsSince(handoff) },
    { view: conversationViews.unaskedByWindow, key: windowKey(key, route.channelId), sort: lastCustomerAt },
    ...(preferredAgentId === null ? [] : [ranked(conversationViews.unaskedFor, preferredAgentId)]),
    ...(destination.type === "agent" ? [ranked(conversationViews.unaskedNamed, "all")] : []),
    ...(exhaustedAt === null ? [] : [ranked(conversationViews.unaskedExhausted, "all")]),
  ];
}
