import type { ChannelFacts } from "../core/conversation/context.ts";
import type { Message } from "../core/conversation/message.ts";
import type { EngagementRecord } from "../core/conversation/record.ts";
import type { Conversation } from "../core/conversation/state.ts";
import { type BacktestResult, type PastEngagement, startBacktest } from "../core/rules/backtest.ts";
import { noSwitches } from "../core/settings/settings.ts";
import type { LogEntry, Store } from "../ports/store.ts";
import { newestFirst } from "./backtest-conversations.ts";
import type { PastConversation } from "./backtest-event.ts";
import { readPast } from "./backtest-past.ts";
import { type Replayed, replayPolicy } from "./backtest-replay.ts";
import { othersFirst } from "./others-first.ts";
import type { Parts } from "./parts.ts";
import { policyOf, type WantedSettings } from "./wanted-settings.ts";

/** Which past to ask about. */
export interface WantedPast {
  /** Engagements that began from then on; `null`: all. */
  readonly since: number | null;
  /** And before then. */
  readonly until: number | null;
  /** Conversations at most, those written in last first. */
  readonly limit: number;
  /** Ids or kinds; `null`: all. */
  readonly channels: readonly string[] | null;
}

export interface Comparison {
  readonly inForce: WantedSettings;
  readonly draft: WantedSettings;
  readonly wanted: WantedPast;
  /** Told now and then how many conversations were looked at. */
  readonly onProgress: (conversations: number) => Promise<void>;
}

export interface Compared {
  readonly conversations: number;
  /** There are more than were looked at. */
  readonly isCut: boolean;
  readonly result: BacktestResult;
}

/** A few milliseconds of work. */
const messagesInARow = 16;

/** One conversation at a time, and in between everything else gets its turn. */
export async function compareOverPast(parts: Parts, comparison: Comparison): Promise<Compared> {
  const { inForce, draft, wanted, onProgress } = comparison;
  let current: PastConversation | null = null;
  const events = { eventsOf: () => current?.events ?? [] };
  const running = startBacktest(ruleBook(parts, inForce, events), ruleBook(parts, draft, events));
  let [conversations, messages] = [0, 0];
  for await (const conversation of newestFirst(parts.store, wanted.since ?? 0)) {
    if (!isWanted(parts, conversation, wanted)) continue;
    if (conversations === wanted.limit) return { conversations, isCut: true, result: running.result() };
    conversations += 1;
    for (const engagement of await readEngagements(parts, conversation)) {
      if (!isWithin(engagement, wanted)) continue;
      current = engagement;
      running.add(engagement.past);
      messages += engagement.past.messages.length;
    }
    if (messages < messagesInARow) continue;
    messages = 0;
    await othersFirst();
    await onProgress(conversations);
  }
  return { conversations, isCut: false, result: running.result() };
}

function ruleBook(parts: Parts, wanted: WantedSettings, { eventsOf }: Pick<Replayed, "eventsOf">) {
  return replayPolicy({
    // Switches are for now: the past was not closed because it is closed today.
    policy: policyOf(wanted, noSwitches),
    // There was one: what rules leave to it is left to it, whatever this process has.
    settings: { ...parts.settings, botId: parts.settings.botId ?? "bot" },
    channelOf: (past) => channelFacts(parts, past),
    eventsOf,
  });
}

function isWanted({ channels }: Parts, conversation: Conversation, wanted: WantedPast): boolean {
  const { isTest, draftId, route } = conversation;
  if (isTest || draftId !== null) return false;
  const kind = channels.get(route.channelId)?.kind;
  return wanted.channels === null || wanted.channels.some((name) => name === route.channelId || name === kind);
}

function isWithin({ past }: PastConversation, { since, until }: WantedPast): boolean {
  const startedAt = past.messages[0]?.at ?? 0;
  return (since === null || startedAt >= since) && (until === null || startedAt < until);
}

const unknownChannel = { kind: "unknown", maxTextLength: 4_000, hasPresence: false, hasButtons: false };

function channelFacts({ channels }: Parts, { channelId: id }: PastEngagement): ChannelFacts {
  const channel = channels.get(id);
  if (!channel) return { id, ...unknownChannel };
  const { maxTextLength, hasPresence, hasButtons } = channel.capabilities;
  return { id, kind: channel.kind, maxTextLength, hasPresence, hasButtons };
}

async function readEngagements({ store, channels }: Parts, conversation: Conversation) {
  const { id, lastSeq, lastRecordSeq, route } = conversation;
  // The first record says that it began, and there is nothing else to tell of most.
  const records = lastRecordSeq <= 1 ? [] : await readLog<EngagementRecord>(store, "records", id, lastRecordSeq);
  const messages = await readLog<Message>(store, "messages", id, lastSeq);
  return readPast(conversation, channels.get(route.channelId)?.kind ?? unknownChannel.kind, messages, records);
}

/** Of one conversation: the longest are cut at their beginning. */
const mostEntries = 1_000;

async function readLog<Entry>(store: Store, log: LogEntry["log"], owner: string, last: number): Promise<Entry[]> {
  const afterSeq = last > mostEntries ? last - mostEntries : null;
  const page = await store.query({ log, owner, limit: mostEntries, order: "ascending", afterSeq });
  return page.items.map(({ body }) => body as Entry);
}
