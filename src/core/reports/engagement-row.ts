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
  readonly botSpoke: boolean;
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

/** `null`: nobody has answered in it yet. */
export function engagementRow(conversation: Conversation): EngagementRow | null {
  const { engagement, control } = conversation;
  const { bot, lastAgentId, startedAt, number } = engagement;
  // The first words of the bot in an engagement say that it is one, whatever is counted anew afterwards.
  const botSpoke = bot.turns > 0 || bot.isIntroduced;
  if (!botSpoke && lastAgentId === null && control.phase !== "queue") return null;
  return {
    schemaVersion: 1,
    id: engagementId(conversation.id, number),
    conversationId: conversation.id,
    customerId: conversation.customerId,
    channelId: conversation.route.channelId,
    startedAt,
    language: conversation.locale,
    botSpoke,
    agentId: lastAgentId,
    endedAt: control.phase === "closed" ? control.since : null,
    outcome: control.phase === "closed" ? control.outcome : null,
    lastHourAt: Math.floor(Math.max(startedAt, conversation.lastCustomerAt) / hourMs) * hourMs,
  };
}
