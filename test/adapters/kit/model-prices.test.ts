import { describe, expect, test } from "vitest";
import { costOf, modelPrices, priceOf } from "../../../adapters/kit/anthropic/prices.ts";
import { usageMeter } from "../../../adapters/kit/anthropic/usage-meter.ts";

const million = { inputTokens: 1_000_000, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };
const none = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };

describe("what a model costs", () => {
  test.each([
    ["claude-sonnet-5-5", { ...million }, 2_000_000],
    ["claude-sonnet-5-5", { ...none, outputTokens: 1_000_000 }, 10_000_000],
    ["claude-sonnet-5-5", { ...none, cacheReadTokens: 1_000_000 }, 100_000],
    ["claude-sonnet-5-5", { ...none, cacheWriteTokens: 1_000_000 }, 2_500_000],
    ["claude-haiku-4-5-20251001", { ...none, inputTokens: 10 }, 10],
  ])("%s: %o", (model, counts, micros) => {
    const price = priceOf(model, {});
    expect(price && costOf(counts, price)).toBeCloseTo(micros, 6);
  });

  test("is another for a long prompt, by the request and with what is cached", () => {
    const price = priceOf("claude-haiku-5-5", {});
    const prompt = (cacheReadTokens: number) => ({ ...none, inputTokens: 10_000, cacheReadTokens, outputTokens: 100 });
    expect(price && costOf(prompt(90_000), price)).toBeCloseTo(10_000 * 0.1 + 90_000 * 0.01 + 50, 6);
    expect(price && costOf(prompt(90_001), price)).toBeCloseTo(10_000 * 0.5 + 90_001 * 0.05 + 250, 6);
    const meter = usageMeter("claude-haiku-5-5", {});
    meter.add(prompt(60_000));
    meter.add(prompt(60_000));
    expect(meter.total()?.costMicros).toBe(3_300);
  });

  test("is what the operator says, else unknown", () => {
    const own = { "claude-haiku-5-5": { input: 9, output: 9, cacheRead: 9, cacheWrite: 9 } };
    expect(priceOf("claude-haiku-5-5", own)?.input).toBe(9);
    expect(priceOf("gpt", {})).toBeNull();
    expect(priceOf("constructor", {})).toBeNull();
    expect(modelPrices.safeParse(own).success).toBe(true);
    expect(modelPrices.safeParse({ m: { ...own["claude-haiku-5-5"], input: -1 } }).success).toBe(false);
    expect(modelPrices.safeParse({ m: { ...own["claude-haiku-5-5"], tax: 1 } }).success).toBe(false);
  });

  test("is not known before anything was counted", () => {
    expect(usageMeter("claude-haiku-5-5", {}).total()).toBeNull();
  });
});
