import type { BotControl, BotRecord, Conversation, Engagement, UsageTotal } from "./state.ts";

export const untouchedBot: BotRecord = {
  messages: 0,
  turns: 0,
  failedAttempts: 0,
  intents: [],
  said: [],
  isIntroduced: false,
  usage: { inputTokens: 0, outputTokens: 0, costMicros: 0 },
};

/** Offers, repetition and budgets count per engagement: each begins with nothing held against anybody. */
export function newEngagement(number: number, at: number, firstSeq: number): Engagement {
  return {
    number,
    startedAt: at,
    firstSeq,
    lastAgentId: null,
    bot: untouchedBot,
    handoffs: 0,
    isAnswered: false,
    hasShownNeed: false,
    offer: null,
    insults: 0,
    said: [],
    hasHeardIncident: false,
    sla: null,
    handedBack: null,
  };
}

export function newBotControl(at: number): BotControl {
  return { phase: "bot", since: at, pendingTurn: null, alert: null };
}

/** The engagement with another record of the bot. */
export function withBot({ engagement }: Conversation, change: Partial<BotRecord>): { engagement: Engagement } {
  return { engagement: { ...engagement, bot: { ...engagement.bot, ...change } } };
}

/** It wrote one more to the customer, or one less: what was held back was never read. */
export function countBotMessage(conversation: Conversation, by: 1 | -1): { engagement: Engagement } {
  const { messages } = conversation.engagement.bot;
  return withBot(conversation, { messages: messages === null ? (by === 1 ? 1 : null) : Math.max(0, messages + by) });
}

/** What led to a person is settled; counting begins anew, or the bot would hand over again at once. */
export function afterHandBack(engagement: Engagement, at: number, noteSeq: number | null): Engagement {
  return {
    ...engagement,
    // The text at this moment says that it is the assistant again.
    bot: { ...untouchedBot, messages: engagement.bot.messages, isIntroduced: true, usage: engagement.bot.usage },
    insults: 0,
    said: [],
    handedBack: { at, noteSeq },
  };
}

/** The engagement is charged with what a turn of the bot cost, whatever came of it. */
export function withUsage(conversation: Conversation, usage: UsageTotal | null): { engagement: Engagement } {
  return withBot(conversation, { usage: addUsage(conversation.engagement.bot.usage, usage) });
}

export function addUsage(total: UsageTotal, more: UsageTotal | null): UsageTotal {
  if (!more) return total;
  return {
    inputTokens: total.inputTokens + more.inputTokens,
    outputTokens: total.outputTokens + more.outputTokens,
    costMicros: total.costMicros + more.costMicros,
  };
}
