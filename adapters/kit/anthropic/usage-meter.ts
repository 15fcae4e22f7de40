import type { BotUsage } from "../../../src/ports/bot.ts";
import { costOf, type ModelPrices, priceOf, type TokenCounts } from "./prices.ts";

/** Adds up what the requests of one turn used. Requests that broke off count with what is known of them. */
export interface UsageMeter {
  add(counts: TokenCounts): void;
  /** `null`: nobody has counted anything. */
  total(): BotUsage | null;
}

export function usageMeter(model: string, prices: ModelPrices): UsageMeter {
  const price = priceOf(model, prices);
  let sum: TokenCounts | null = null;
  let cost = 0;
  return {
    add: (counts) => {
      sum = addUp(sum ?? nothing, counts);
      if (price) cost += costOf(counts, price);
    },
    total: () => sum && { model, ...sum, costMicros: price && Math.round(cost) },
  };
}

const nothing: TokenCounts = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };

function addUp(left: TokenCounts, right: TokenCounts): TokenCounts {
  return {
    inputTokens: left.inputTokens + right.inputTokens,
    outputTokens: left.outputTokens + right.outputTokens,
    cacheReadTokens: left.cacheReadTokens + right.cacheReadTokens,
    cacheWriteTokens: left.cacheWriteTokens + right.cacheWriteTokens,
  };
}
