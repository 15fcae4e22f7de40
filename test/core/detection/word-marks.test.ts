import fc from "fast-check";
import { expect, test } from "vitest";
import { mayBeMarked, wordMarks } from "../../../src/core/detection/grammar/word-marks.ts";

const word = fc.string({ maxLength: 8 });

test("none of the words is ever turned away", () => {
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const marks = wordMarks(words);
      expect(words.filter((one) => !mayBeMarked(marks, one))).toEqual([]);
    }),
  );
});

test("most other words are", () => {
  const even = Array.from({ length: 1_000 }, (_, index) => `w${index * 2}ord`);
  const marks = wordMarks(["human", "agent", "someone", "mensch", "persona"]);
  expect(even.filter((one) => mayBeMarked(marks, one)).length).toBeLessThan(100);
  expect(["order", "refund", "where", ""].filter((one) => mayBeMarked(marks, one))).toEqual([]);
});
