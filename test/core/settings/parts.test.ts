import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, diffSettings, partsOf, type SettingsChanges } from "../../../src/core/settings/parts.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import { text } from "./examples.ts";

const { company } = starterSettings;

const anyChanges: fc.Arbitrary<SettingsChanges> = fc
  .record({
    names: fc.constantFrom("Northwind", "Contoso", ""),
    texts: fc.dictionary(fc.constantFrom("a", "b", "constructor-2"), fc.option(fc.constantFrom("Hi", "Hello"))),
    teams: fc.dictionary(fc.constantFrom("support", "billing"), fc.option(fc.constantFrom("us", "them"))),
  })
  .map(({ names, texts, teams }) => ({
    company: { ...company, name: names },
    ...Object.fromEntries(
      Object.entries(texts).map(([id, words]) => [`texts/${id}`, words === null ? null : text(id, { en: words })]),
    ),
    ...Object.fromEntries(
      Object.entries(teams).map(([id, name]) => [`teams/${id}`, name === null ? null : { id, name, hours: "always" }]),
    ),
  }));

const anySettings: fc.Arbitrary<Settings> = anyChanges.map((changes) => applyChanges(starterSettings, changes));

describe("parts", () => {
  it("name every section and every member of every collection, always in the same order", () => {
    const names = [...partsOf(starterSettings).keys()];
    const sections = ["company", "detection", "handoff", "abuse", "people", "reasons", "surveys"];
    expect(names.slice(0, 8)).toEqual([...sections, "rules/danger"]);
    expect(names).toContain("queues/e-mail");
    const shuffled = { ...starterSettings, rules: Object.fromEntries(Object.entries(starterSettings.rules).reverse()) };
    expect([...partsOf(shuffled).keys()]).toEqual(names);
  });

  it("differ exactly by what was changed", () => {
    const changed = applyChanges(starterSettings, {
      company: { ...company, name: "Northwind" },
      "texts/hi": text("hi", { en: "Hi" }),
      "rules/danger": null,
      "queues/nowhere": null,
    });
    expect(diffSettings(starterSettings, changed)).toEqual([
      { part: "company", before: company, after: { ...company, name: "Northwind" } },
      { part: "rules/danger", before: starterSettings.rules.danger, after: null },
      { part: "texts/hi", before: null, after: text("hi", { en: "Hi" }) },
    ]);
    expect(starterSettings.texts).toEqual({});
  });

  it("are the same when only the order of their fields differs", () => {
    const { name, contact, defaultLocale } = company;
    const same = applyChanges(starterSettings, { company: { contact, defaultLocale, name } });
    expect(diffSettings(starterSettings, same)).toEqual([]);
  });

  it("never lose a section", () => {
    expect(applyChanges(starterSettings, { company: null }).company).toEqual(company);
  });

  it("lead from any settings to any others by their difference, and to nowhere else", () => {
    fc.assert(
      fc.property(anySettings, anySettings, (before, after) => {
        const changes = Object.fromEntries(diffSettings(before, after).map((change) => [change.part, change.after]));
        expect(applyChanges(before, changes)).toEqual(after);
        expect(diffSettings(after, applyChanges(before, changes))).toEqual([]);
      }),
    );
  });

  it("that two people changed come out alike in either order, when they are different parts", () => {
    fc.assert(
      fc.property(anyChanges, anyChanges, (mine, theirs) => {
        const others = Object.fromEntries(Object.entries(theirs).filter(([part]) => !(part in mine)));
        const one = applyChanges(applyChanges(starterSettings, mine), others);
        expect(applyChanges(applyChanges(starterSettings, others), mine)).toEqual(one);
      }),
    );
  });
});
