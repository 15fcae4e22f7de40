import { expect, test } from "vitest";
import { shorten } from "../../../src/core/messages/shorten.ts";

test.each<[text: string, maxLength: number, said: string]>([
  ["It fits.", 8, "It fits."],
  ["One sentence. Another one here.", 20, "One sentence. …"],
  ["A. Then a very long sentence follows.", 20, "A. Then a very …"],
  ["One two three four", 9, "One two …"],
  ["No spaces", 5, "No …"],
  ["Abcdefghij", 5, "Abc …"],
  ["第一句话。第二句话很长很长。", 9, "第一句话。 …"],
  ["👋👋👋👋", 5, "👋 …"],
  ["Look at https://example.org/a/long/path now", 20, "Look at …"],
  ["anything", 1, " "],
  ["anything", 0, ""],
])("%j in %d characters is %j", (text, maxLength, said) => {
  expect(shorten(text, maxLength)).toBe(said);
});

test("no text is ever longer than it may be, and none ends inside a character", () => {
  const text = "Ein Satz. Noch einer, mit 👩‍👩‍👧 darin! Und ein drittesWortOhneEnde".repeat(3);
  for (let maxLength = 0; maxLength <= text.length; maxLength++) {
    const said = shorten(text, maxLength);
    expect(said.length).toBeLessThanOrEqual(maxLength);
    expect(said.isWellFormed()).toBe(true);
  }
});
