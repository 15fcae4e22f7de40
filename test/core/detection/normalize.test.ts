import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/core/detection/normalize.ts";

describe("a normalized text", () => {
  it.each([
    ["  Hello,   WORLD! ", "hello world "],
    ["don't I'll", "dont ill"],
    ["Ça coûte 3.50€", "ca coute 3 50 "],
    ["ﬁne ① ½", "fine 1 1 2"],
    ["straße İstanbul ılık", "strasse istanbul ilik"],
    ["\ud800 lone", "lone"],
    ["😀a😀b", "a b"],
  ])("has small letters, no accents, and one space between words: %j", (original, text) => {
    expect(normalize(original).text).toBe(text);
  });

  it("leads back from every unit to the symbol it came from", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (original) => {
        const { text, offsets } = normalize(original);
        expect(offsets).toHaveLength(text.length);
        expect(offsets).toEqual(offsets.toSorted((one, other) => one - other));
        for (const [unit, offset] of offsets.entries()) {
          const symbol = String.fromCodePoint(original.codePointAt(offset) ?? 0);
          const alone = normalize(symbol).text;
          expect(text[unit] === " " || alone.includes(text[unit] ?? "")).toBe(true);
        }
      }),
    );
  });

  it("is the same whatever runs of letters it is written in", () => {
    const words = fc.array(fc.stringMatching(/^[a-z0-9]{1,6}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, (chosen) => {
        expect(normalize(chosen.join(" - ").toUpperCase()).text).toBe(chosen.join(" "));
        expect(normalize(chosen.join(" ")).text).toBe(chosen.join(" "));
      }),
    );
  });
});
