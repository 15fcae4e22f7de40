import { describe, expect, it } from "vitest";
import { builtInCatalogs } from "../../../src/core/messages/built-in-catalogs.ts";
import { choicesFor, permanentButtonLabel } from "../../../src/core/messages/buttons.ts";

describe.each(Object.keys(builtInCatalogs))("the buttons in %s", (language) => {
  it("offer a person first, then the assistant, short enough for every messenger", () => {
    expect(choicesFor(language).map(({ id }) => id)).toEqual(["person", "bot"]);
    for (const { label } of choicesFor(language)) expect(label.length).toBeLessThanOrEqual(20);
    expect(permanentButtonLabel(language).length).toBeLessThanOrEqual(20);
  });

  it("are in that language", () => {
    const isEnglish = language === "en";
    expect(choicesFor(language)[0]?.label === "Talk to a person").toBe(isEnglish);
    expect(choicesFor(language)[1]?.label === "Keep going").toBe(isEnglish);
  });
});

it.each(["de-AT", "de_DE", "DE"])("take %s for German", (locale) => {
  expect(choicesFor(locale)[1]?.label).toBe("Weitermachen");
});

it.each(["xx", "", "constructor"])("are English for %j", (locale) => {
  expect(permanentButtonLabel(locale)).toBe("Talk to a person");
});
