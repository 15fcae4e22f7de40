import type { BotControl, BotRecord, Conversation, Engagement, UsageTotal } from "./state.ts";

const untouchedBot: BotRecord = {
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

/** What led to a person is settled; counting begins anew, or the bot would hand over again at once. */
export function afterHandBack(engagement: Engagement, at: number, noteSeq: number | null): Engagement {
  return {
    ...engagement,
    // The text at this moment says that it is the assistant again.
    bot: { ...untouchedBot, isIntroduced: true, usage: engagement.bot.usage },
    insults: 0,
    said: [],
    handedBack: { at, noteSeq },
  };
}

export function addUsage(total: UsageTotal, more: UsageTotal | null): UsageTotal {
  if (!more) return total;
  return {
    inputTokens: total.inputTokens + more.inputTokens,
    outputTokens: total.outputTokens + more.outputTokens,
    costMicros: total.costMicros + more.costMicros,
  };
}
