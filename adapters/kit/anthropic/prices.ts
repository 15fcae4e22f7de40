/**
 * What a token costs, in millionths of a US dollar: the same number as dollars per million tokens.
 * List prices as Anthropic publishes them (platform.claude.com/docs/en/about-claude/pricing, November 2026), with cache
 * entries of five minutes. They change: BATON_MODEL_PRICES overrides any of them. An unknown model has no price.
 */
import * as z from "zod";

const price = z.number().min(0).max(10_000);
const rates = z.strictObject({ input: price, output: price, cacheRead: price, cacheWrite: price });

const modelPrice = rates.extend({
  /** Other rates for the whole request once its prompt, cached or not, is longer than this. */
  long: rates.extend({ aboveTokens: z.number().int().positive() }).optional(),
});

export const modelPrices = z.record(z.string(), modelPrice);

export type ModelPrice = z.output<typeof modelPrice>;
export type ModelPrices = Readonly<Record<string, ModelPrice>>;

export interface TokenCounts {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
}

const haikuLong = { aboveTokens: 100_000, input: 0.5, output: 2.5, cacheRead: 0.05, cacheWrite: 0.625 };
const opus5 = { input: 5, output: 25, cacheRead: 0.5, cacheWrite: 6.25 };

const listPrices: ModelPrices = {
  "claude-haiku-5-5": { input: 0.1, output: 0.5, cacheRead: 0.01, cacheWrite: 0.125, long: haikuLong },
  "claude-sonnet-5-5": { input: 2, output: 10, cacheRead: 0.1, cacheWrite: 2.5 },
  "claude-opus-5-5": { input: 4, output: 20, cacheRead: 0.2, cacheWrite: 5 },
  "claude-fable-5-1": { input: 10, output: 50, cacheRead: 0.25, cacheWrite: 12.5 },
  "claude-sonnet-5": { input: 2, output: 10, cacheRead: 0.2, cacheWrite: 2.5 },
  "claude-opus-5": opus5,
  "claude-opus-4-8": opus5,
  "claude-opus-4-7": opus5,
  "claude-opus-4-6": opus5,
  "claude-opus-4-5": opus5,
  "claude-sonnet-4-6": { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 },
  "claude-haiku-4-5": { input: 1, output: 5, cacheRead: 0.1, cacheWrite: 1.25 },
};

/** `null`: not known. A dated snapshot costs what its model costs. */
export function priceOf(model: string, own: ModelPrices): ModelPrice | null {
  const undated = model.replace(/-\d{8}$/, "");
  return lookUp(own, model) ?? lookUp(own, undated) ?? lookUp(listPrices, undated);
}

/** Of one request, not rounded: a short answer of a small model costs less than a millionth of a dollar. */
export function costOf(counts: TokenCounts, { long, ...short }: ModelPrice): number {
  const promptTokens = counts.inputTokens + counts.cacheReadTokens + counts.cacheWriteTokens;
  const { input, output, cacheRead, cacheWrite } = long && promptTokens > long.aboveTokens ? long : short;
  return (
    counts.inputTokens * input +
    counts.outputTokens * output +
    counts.cacheReadTokens * cacheRead +
    counts.cacheWriteTokens * cacheWrite
  );
}

function lookUp(prices: ModelPrices, model: string): ModelPrice | null {
  return Object.hasOwn(prices, model) ? (prices[model] ?? null) : null;
}
