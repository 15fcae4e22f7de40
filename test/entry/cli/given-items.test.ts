import { expect, it } from "vitest";
import { inLots } from "../../../src/entry/cli/handling/given-items.ts";

it.each([
  ["short", 2_500, 30],
  ["long", 700, 250],
])("gives as many conversations at once as one call takes: %s ids", (_what, count, length) => {
  const ids = Array.from({ length: count }, (_, index) => String(index).padStart(length, "c"));
  const lots = inLots(ids);
  expect(lots.flat()).toEqual(ids);
  for (const lot of lots) {
    expect(lot.length).toBeLessThanOrEqual(1_000);
    expect(JSON.stringify({ conversationIds: lot, agentId: "a".repeat(100) }).length).toBeLessThan(64 * 1024);
  }
});
