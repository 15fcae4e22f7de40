import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPatternIndex, createPhraseIndex } from "../../../src/core/detection/phrase-index.ts";
import { type Clause, read } from "../../../src/core/detection/reading.ts";

const word = fc.constantFrom("stop", "it", "now", "please", "stopping");
const written = fc.constantFrom("stop", "it", "now", "stop*", "*");
/** Nobody writes two stars side by side. */
const phrase = fc
  .array(written, { minLength: 1, maxLength: 4 })
  .filter((words) => !words.some((one, at) => one === "*" && words[at + 1] === "*"))
  .map((words) => words.join(" "));
const text = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(" "));

describe("what is found of many phrases", () => {
  test("is what is found of each by itself", () => {
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { minLength: 1, maxLength: 8 }), text, (phrases, message) => {
        expect(placesIn(phrases, message)).toEqual(phrases.flatMap((one) => placesByHand(one, message)).toSorted());
      }),
    );
  });

  test("does not depend on what was read before", () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1 }), fc.array(text), text, (phrases, before, message) => {
        const used = createPhraseIndex(phrases.map((one) => ({ id: one, phrase: one })));
        for (const other of before) used.find(read(other));
        const fresh = createPhraseIndex(phrases.map((one) => ({ id: one, phrase: one })));
        expect(placesOf(used.find(read(message)))).toEqual(placesOf(fresh.find(read(message))));
      }),
    );
  });

  test("comes in the order in which it ends, and then begins", () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 8 }), text, (phrases, message) => {
        const index = createPhraseIndex(phrases.map((one) => ({ id: one, phrase: one })));
        const places = index.find(read(message)).map(({ start, end }) => end * message.length + start);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }),
    );
  });
});

test("a phrase that may not leave its clause is not found across a comma, and found behind it", () => {
  const parts = ["stop", "it"].map((one) => ({ type: "word" as const, alternatives: [[one]], isOptional: false }));
  const index = createPatternIndex([{ id: "stop it", parts }], { staysInClause: true });
  const reading = read("stop, it is late, stop it");
  const last: Clause | undefined = reading.clauses.at(-1);
  expect(index.find(reading)).toEqual([{ id: "stop it", start: 18, end: 25, clause: last }]);
});

interface Place {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

function placesOf(found: readonly Place[]): string[] {
  return found.map(({ id, start, end }) => `${id}: ${start}-${end}`);
}

/** Each place once: a star can be read in several ways that begin and end alike. */
function placesIn(phrases: readonly string[], message: string): string[] {
  const index = createPhraseIndex(phrases.map((one) => ({ id: one, phrase: one })));
  return [...new Set(placesOf(index.find(read(message))))].toSorted();
}

/** Word by word from every word, all that a star may leave out tried in turn. */
function placesByHand(phrase: string, message: string): string[] {
  const pieces = phrase.split(" ");
  const isStar = (piece: string) => piece === "*";
  const parts = pieces.slice(
    pieces.findIndex((piece) => !isStar(piece)),
    pieces.findLastIndex((piece) => !isStar(piece)) + 1,
  );
  const { words } = read(message);
  const ends = (part: number, at: number): number[] => {
    const wanted = parts[part];
    if (wanted === undefined) return [at];
    if (wanted === "*")
      return [0, 1, 2, 3].flatMap((left) => (at + left < words.length ? ends(part + 1, at + left) : []));
    const said = words[at]?.text ?? "";
    const fits = wanted.endsWith("*") ? said.startsWith(wanted.slice(0, -1)) : said === wanted;
    return fits ? ends(part + 1, at + 1) : [];
  };
  if (parts.length === 0) return [];
  const found = words.flatMap(({ start }, first) =>
    ends(0, first).map((end) => ({ id: phrase, start, end: words[end - 1]?.end ?? 0 })),
  );
  return [...new Set(placesOf(found))];
}
