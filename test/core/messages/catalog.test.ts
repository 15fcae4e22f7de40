import { describe, expect, it, test } from "vitest";
import { builtInCatalogs } from "../../../src/core/messages/built-in-catalogs.ts";
import type { Catalog } from "../../../src/core/messages/catalog.ts";
import { adviseOnTemplate, checkTemplate } from "../../../src/core/messages/check-template.ts";
import { type Moment, moments } from "../../../src/core/messages/moment.ts";
import { renderBuiltIn } from "../../../src/core/messages/render-built-in.ts";
import { exampleValues, variables, variablesOf } from "../../../src/core/messages/variables.ts";

const languages = Object.entries(builtInCatalogs);
const pageLanguages = ["en", "de", "es", "fr", "it", "nl", "pl", "pt", "tr", "ar"];
const said = moments.filter((moment) => moment !== "incident.notice");

/** What one language says at a moment: with everything known, with only what always is, with nothing at all. */
function wordings(moment: Moment, language: string): readonly string[] {
  const values = [exampleValues(moment, "all", language), exampleValues(moment, "always", language), {}];
  return values.map((known) => renderBuiltIn(moment, language, known));
}

test("there are fifteen languages, one of them from right to left", () => {
  expect(Object.keys(builtInCatalogs)).toHaveLength(15);
  expect(Object.keys(builtInCatalogs)).toContain("ar");
});

describe.each(languages)("the texts in %s", (language, catalog: Catalog) => {
  it("say something at every moment, whatever is known", () => {
    for (const moment of said) for (const text of wordings(moment, language)) expect(text, moment).not.toBe("");
  });

  it("leave no braces, gaps or loose punctuation behind", () => {
    for (const moment of moments) {
      for (const text of wordings(moment, language)) {
        expect(text, moment).not.toMatch(/[{}%]|\bundefined\b|\bnull\b| {2}|^\s|\s$| [.,،。]|\(\)|„”|«»/);
      }
    }
  });

  it("fit where little fits: under 320 characters", () => {
    for (const moment of said)
      for (const text of wordings(moment, language)) expect(text.length, text).toBeLessThan(320);
  });

  it("would pass every check a lead's text has to pass, and take no hint", () => {
    for (const moment of moments) {
      expect(checkTemplate(catalog[moment], moment), moment).toEqual([]);
      expect(adviseOnTemplate(catalog[moment], moment), moment).toEqual([]);
    }
  });

  it("say the variables that a moment is about", () => {
    for (const moment of moments) {
      for (const name of variablesOf(moment).always) expect(catalog[moment], moment).toContain(`{{ ${name} }}`);
    }
    for (const moment of ["handoff.confirmation", "handoff.confirmation.urgent"] as const) {
      expect(catalog[moment]).toContain("{{ expected_wait }}");
      expect(catalog[moment]).toContain("{{ team_name }}");
    }
    expect(catalog["handoff.after_hours"]).toContain("{{ next_opening }}");
    expect(catalog["handoff.holiday"]).toContain("{{ next_opening }}");
    expect(catalog["handoff.failed"]).toContain("{{ contact }}");
    expect(catalog["bot.introduction"]).toContain("{{ company_name }}");
  });

  it("ask where an answer is wanted", () => {
    for (const moment of ["handoff.offer", "handoff.offer.unreadable", "callback.offer"] as const) {
      expect(catalog[moment], moment).toMatch(/[?？؟]/);
    }
  });

  it("are no copy of the English ones", () => {
    const copied = said.filter((moment) => language !== "en" && catalog[moment] === builtInCatalogs.en?.[moment]);
    expect(copied).toEqual([]);
  });
});

test("the English texts promise no time of their own", () => {
  for (const text of Object.values(builtInCatalogs.en ?? {})) {
    expect(text).not.toMatch(/immediately|right away|shortly|in a moment|soon|minutes|hours|\d/i);
  }
});

test.each([
  ["de-AT", "Robin ist jetzt im Gespräch."],
  ["de_AT", "Robin ist jetzt im Gespräch."],
  ["xx", "Robin has joined the conversation."],
  [null, "Robin has joined the conversation."],
])("the built-in text in %s is: %s", (locale, text) => {
  expect(renderBuiltIn("human.joined", locale ?? "en", { agent_name: "Robin" })).toBe(text);
});

test("the pages' languages are among the built-in ones", () => {
  expect(Object.keys(builtInCatalogs)).toEqual(expect.arrayContaining(pageLanguages));
});

test("every variable is known at some moment, and its example fits", () => {
  for (const [name, { example, maxLength }] of Object.entries(variables)) {
    expect(
      moments.some((moment) => Object.values(variablesOf(moment)).flat().map(String).includes(name)),
      name,
    ).toBe(true);
    expect(example.length).toBeLessThanOrEqual(maxLength);
  }
});
