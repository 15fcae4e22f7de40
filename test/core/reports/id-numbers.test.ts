import { describe, expect, test } from "vitest";
import { numberIn, openBlock } from "../../../src/core/reports/block-rows.ts";
import { packRows } from "../../../src/core/reports/column-block.ts";
import { createIdNumbers, createNumberSet } from "../../../src/core/reports/id-numbers.ts";
import { engagement } from "./sample-rows.ts";

describe("ids by number", () => {
  test("are the same for rows that are kept and rows that stand by themselves", () => {
    const rows = ["cus_b", "cus_a", "cus_b"].map((customerId, at) => engagement({ id: `con_${at}.e1`, customerId }));
    const { rows: kept } = openBlock<(typeof rows)[number]>(packRows(rows));
    const numberOf = numberIn(createIdNumbers());
    const numbers = (some: typeof kept) => some.map((row) => numberOf(row, "customerId"));
    expect(numbers(kept)).toEqual([0, 1, 0]);
    expect(numbers(rows)).toEqual([0, 1, 0]);
    expect(kept.map((row) => numberOf(row, "id"))).toEqual([2, 3, 4]);
  });

  test("of kept rows are found anew where other numbers are asked for, as two reports at once may do", () => {
    const { rows: kept } = openBlock<ReturnType<typeof engagement>>(packRows([engagement({ customerId: "cus_z" })]));
    const [mine, theirs] = [createIdNumbers(), createIdNumbers()];
    theirs.of("cus_other");
    for (const expected of [0, 0]) {
      expect(kept.map((row) => numberIn(mine)(row, "customerId"))).toEqual([expected]);
      expect(kept.map((row) => numberIn(theirs)(row, "customerId"))).toEqual([1]);
    }
  });

  test("are counted once in a set, however large they are", () => {
    const some = createNumberSet();
    for (const number of [3, 70_000, 3, 0, 1_024]) some.add(number);
    expect(some.size).toBe(4);
    expect([0, 1, 3, 1_024, 70_000, 5_000_000].map(some.has)).toEqual([true, false, true, true, true, false]);
  });
});
