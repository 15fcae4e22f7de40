import type { CloseOutcome, Conversation } from "../conversation/state.ts";

/** What reports know of one engagement in which the bot or a person had a part. */
export interface EngagementRow {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly conversationId: string;
  readonly customerId: string;
  readonly channelId: string;
  readonly startedAt: number;
  readonly language: string | null;
  /** The bot wrote to the customer; `null`: not known. */
  readonly botSpoke: boolean | null;
  /** How many were opened in it; absent or `null`: the table of handoffs has to tell. */
  readonly handoffs?: number | null;
  /** A person answered one of them; absent or `null`: the same. */
  readonly isAnswered?: boolean | null;
  /** The customer asked for a person, or wrote of what only a person may answer; absent or `null`: not known. */
  readonly hasShownNeed?: boolean | null;
  /** The last person who had it; `null`: nobody had. */
  readonly agentId: string | null;
  readonly endedAt: number | null;
  readonly outcome: CloseOutcome | null;
  /** The hour in which the customer wrote last: rows must not change with every message. */
  readonly lastHourAt: number;
}

const hourMs = 3_600_000;

export function engagementId(conversationId: string, number: number): string {
  return `${conversationId}.e${number}`;
}

/** `null`: nobody has had a part in it yet. */
export function engagementRow(conversation: Conversation): EngagementRow | null {
  const { engagement, control } = conversation;
  const { bot, lastAgentId, startedAt, number, handoffs, isAnswered, hasShownNeed } = engagement;
  // Also an answer that was held back: a row that has been put is put right, not forgotten.
  const hasTried = bot.turns > 0 || bot.isIntroduced || bot.messages !== 0;
  const isWithPeople = handoffs !== 0 && (handoffs !== null || control.phase === "queue");
  if (!hasTried && lastAgentId === null && !isWithPeople) return null;
  return {
    schemaVersion: 1,
    id: engagementId(conversation.id, number),
    conversationId: conversation.id,
    customerId: conversation.customerId,
    channelId: conversation.route.channelId,
    startedAt,
    language: conversation.locale,
    botSpoke: bot.messages === null ? null : bot.messages > 0,
    handoffs,
    isAnswered,
    hasShownNeed,
    agentId: lastAgentId,
    endedAt: control.phase === "closed" ? control.since : null,
    outcome: control.phase === "closed" ? control.outcome : null,
    lastHourAt: Math.floor(Math.max(startedAt, conversation.lastCustomerAt) / hourMs) * hourMs,
  };
}
