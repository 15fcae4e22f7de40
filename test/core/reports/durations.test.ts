import fc from "fast-check";
import { expect, test } from "vitest";
import { durationsOf } from "../../../src/core/reports/durations.ts";

test("percentiles are those of the sorted values, whatever order they come in", () => {
  const some = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.nat()), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(some, (values) => {
      const sorted = [...values].sort((one, other) => one - other);
      const atRank = (share: number) => sorted[Math.ceil(sorted.length * share) - 1];
      const sum = values.reduce((total, value) => total + value, 0);
      expect(durationsOf(values)).toEqual({
        count: values.length,
        p50Ms: atRank(0.5),
        p90Ms: atRank(0.9),
        meanMs: Math.round(sum / values.length),
      });
    }),
    { numRuns: 1_000 },
  );
});
