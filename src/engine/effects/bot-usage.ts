import type { UsageTotal } from "../../core/conversation/state.ts";
import type { BotUsage } from "../../ports/bot.ts";
import type { Metrics } from "../metrics.ts";

/** What the engagement is charged with. */
export function totalOf(usage: BotUsage | null): UsageTotal | null {
  if (!usage) return null;
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens, costMicros } = usage;
  return { inputTokens: inputTokens + cacheReadTokens + cacheWriteTokens, outputTokens, costMicros: costMicros ?? 0 };
}

/** Every attempt counts, also one that failed. */
export function countUsage(metrics: Metrics, usage: BotUsage | null): void {
  if (!usage) return;
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens, costMicros } = usage;
  metrics.count("baton_bot_tokens_total", { kind: "input" }, inputTokens);
  metrics.count("baton_bot_tokens_total", { kind: "output" }, outputTokens);
  metrics.count("baton_bot_tokens_total", { kind: "cache-read" }, cacheReadTokens);
  metrics.count("baton_bot_tokens_total", { kind: "cache-write" }, cacheWriteTokens);
  if (costMicros !== null) metrics.count("baton_bot_cost_usd_total", {}, costMicros / 1_000_000);
}
