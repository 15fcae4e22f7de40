import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompiledLexicon, compileLexicon } from "../../../../src/core/detection/grammar/compile-lexicon.ts";
import { hearAlone } from "../../../../src/core/detection/grammar/hear-alone.ts";
import { hearClause } from "../../../../src/core/detection/grammar/hear-clause.ts";
import { saysNothing } from "../../../../src/core/detection/grammar/says-nothing.ts";
import { spelling } from "../../../../src/core/detection/grammar/spelling.ts";
import { toTokens } from "../../../../src/core/detection/grammar/to-tokens.ts";
import { toUnits } from "../../../../src/core/detection/grammar/to-units.ts";
import { triggers } from "../../../../src/core/detection/grammar/triggers.ts";
import { vocabulary } from "../../../../src/core/detection/grammar/vocabulary.ts";
import { allSteps } from "../../../../src/core/detection/in-steps.ts";
import { requestLexicons } from "../../../../src/core/detection/lexicons/requests.ts";
import { read } from "../../../../src/core/detection/reading.ts";

const lexicons = requestLexicons.map(compileLexicon);
const words = allSteps(vocabulary(lexicons));
const correct = spelling(words);
const languagesOf = allSteps(triggers(lexicons));
const spaced = lexicons.filter(({ hasSpaces }) => hasSpaces);

/** What is passed over in a text though something would have been heard there. */
function missedIn(text: string, lexicon: CompiledLexicon): string[] {
  const options = { departmentsCount: true, wholes: lexicon.wholes, isQuestion: false };
  return read(text).clauses.flatMap((clause) => {
    const tokens = toTokens(clause.words, words, correct);
    const units = toUnits(tokens, lexicon);
    const verdicts = hearClause(units, options).map(({ verdict }) => verdict);
    const alone = hearAlone(units, options);
    const place = `${lexicon.language}: ${units.map((unit) => unit.text).join(" ")}`;
    const missed: string[] = [];
    if (saysNothing(units, lexicon.wholes) && (verdicts.length > 0 || alone === "request"))
      missed.push(`clause ${place}`);
    const isTriggered = (languagesOf(tokens) & (1 << lexicons.indexOf(lexicon))) !== 0;
    const asks = verdicts.some((verdict) => verdict === "request" || verdict === "unclear");
    if (!isTriggered && (asks || (tokens.length <= 8 && alone === "request"))) missed.push(`message ${place}`);
    return missed;
  });
}

describe.each(spaced)("a clause that is passed over says nothing in $language", (lexicon) => {
  test("among the sentences of its authors", () => {
    const path = new URL(`../../../fixtures/detection/authored-${lexicon.language}.tsv`, import.meta.url);
    const texts = readFileSync(path, "utf8")
      .split("\n")
      .map((line) => line.split("\t")[0] ?? "");
    expect(texts.flatMap((text) => missedIn(text, lexicon))).toEqual([]);
  });

  test("among words put together at random", () => {
    const own = [
      ...new Set(lexicon.entries.flatMap(({ phrase }) => phrase.flatMap(({ alternatives }) => alternatives))),
    ];
    const piece = fc.constantFrom(...own.map((one) => one.join(" ").replace("*", "")), "xyzzy", "order", ",");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        expect(missedIn(pieces.join(" "), lexicon)).toEqual([]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

test("most clauses of ordinary messages are passed over", () => {
  const [english] = lexicons;
  const texts = [
    "where is my order",
    "the parcel came with a broken corner",
    "how do i change my card",
    "thank you so much",
  ];
  const units = texts.map((text) =>
    toUnits(
      read(text).words.map((word) => ({ ...word, corrected: [] })),
      english as CompiledLexicon,
    ),
  );
  expect(units.every((clause) => saysNothing(clause, (english as CompiledLexicon).wholes))).toBe(true);
});
