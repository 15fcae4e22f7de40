import { expect, test } from "vitest";
import { english } from "../../src/core/messages/catalog/en.ts";
import type { Moment } from "../../src/core/messages/moment.ts";
import { catalogs, renderMoment } from "../../src/core/messages/render-moment.ts";

test.each(Object.entries(catalogs))(
  "the texts in %s are complete and use the same variables as the English ones",
  (_language, catalog) => {
    expect(Object.keys(catalog)).toEqual(Object.keys(english));
    for (const [moment, text] of Object.entries(catalog)) {
      expect(text.match(/\{\{ \w+ \}\}/g)).toEqual(english[moment as Moment].match(/\{\{ \w+ \}\}/g));
    }
  },
);

test("there are at least ten languages, one of them from right to left", () => {
  expect(Object.keys(catalogs).length).toBeGreaterThanOrEqual(10);
  expect(Object.keys(catalogs)).toContain("ar");
});

test.each([
  ["de-AT", "Robin ist jetzt im Gespräch."],
  ["xx", "Robin has joined the conversation."],
  [null, "Robin has joined the conversation."],
])("a text in %s is: %s", (locale, text) => {
  expect(renderMoment("human.joined", locale, { agent_name: "Robin" })).toBe(text);
});
