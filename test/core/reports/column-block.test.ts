import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openBlock } from "../../../src/core/reports/block-rows.ts";
import { type ColumnBlockV1, packRows, unpackRows } from "../../../src/core/reports/column-block.ts";
import { plain } from "./plain-rows.ts";

const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));
const noRow = { id: "", from: "", kind: null, at: 0, more: null };

describe("a block of columns", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.double(),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
  );
  const row = fc.record({
    id: fc.string(),
    kind: fc.constantFrom("a", "b", null),
    at: fc.option(fc.integer({ min: -(2 ** 50), max: 2 ** 50 })),
    even: fc.string({ unit: "binary", minLength: 3, maxLength: 3 }),
    more: cell,
  });
  const tried = { numRuns: 500 };

  test("gives back exactly the rows that were put in, as the store keeps them", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        expect(unpackRows(stored(packRows(rows)))).toEqual(stored(rows));
      }),
      tried,
    );
  });

  test("shows the same rows to whoever only looks at them, in whatever order their fields are read", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const { rows: views } = openBlock<(typeof rows)[number]>(stored(packRows(rows)));
        const backwards = Object.fromEntries(
          Object.keys(row)
            .toReversed()
            .map((name) => [name, null]),
        );
        expect(views).toHaveLength(rows.length);
        for (const like of [backwards, { id: "", kind: null, at: 0, even: "", more: null }]) {
          expect(plain(views, like as never)).toEqual(plain(stored(rows), like as never));
        }
      }),
      tried,
    );
  });

  test("knows ids that begin with another one's, ids of one length, and columns that are empty here and there", () => {
    const rows = Array.from({ length: 300 }, (_, number) => ({
      id: `con_${1_000 + number}.h3`,
      from: `con_${1_000 + number}`,
      kind: number % 7 === 0 ? null : `con_${1_000 + number}.r${number}`,
      at: number % 5 === 0 ? null : 1_790_000_000_000 + number * 7_919,
      more: `agent-${number % 90}`,
    }));
    const block = stored(packRows(rows));
    expect(JSON.stringify(block).length).toBeLessThan(JSON.stringify(rows).length / 3);
    expect(unpackRows(block)).toEqual(rows);
    expect(plain(openBlock<(typeof rows)[number]>(block).rows, noRow as never)).toEqual(rows);
  });

  test("has nothing for what rows of before did not know", () => {
    const rows = [{ id: "a" }, { id: "b", late: 1 }];
    expect(unpackRows(packRows(rows))).toEqual([
      { id: "a", late: null },
      { id: "b", late: 1 },
    ]);
  });

  test("that was written in the first way is read for ever", () => {
    const first: ColumnBlockV1 = {
      schemaVersion: 1,
      rows: 3,
      columns: {
        id: { values: ["a", "b", "c"] },
        kind: { distinct: ["x", null], at: [0, 1, 0] },
        more: { distinct: [7], at: [] },
      },
    };
    const rows = [
      { id: "a", kind: "x", more: 7 },
      { id: "b", kind: null, more: 7 },
      { id: "c", kind: "x", more: 7 },
    ];
    expect(unpackRows(first)).toEqual(rows);
    expect(plain(openBlock<(typeof rows)[number]>(first).rows, { id: "", kind: "", more: 0 } as never)).toEqual(rows);
    expect(unpackRows(packRows(unpackRows(first)))).toEqual(rows);
  });
});
