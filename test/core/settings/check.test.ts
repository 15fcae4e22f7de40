import { describe, expect, it } from "vitest";
import { checkSettings } from "../../../src/core/settings/check.ts";
import { maxMembers } from "../../../src/core/settings/limits.ts";
import { applyChanges, type SettingsChanges } from "../../../src/core/settings/parts.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import { newTaskTemplate } from "../../../src/core/tasks/task-template.ts";
import { context, text, withTexts } from "./examples.ts";

const { rules, phrases, hours, abuse } = starterSettings;
const scope = { rule: null, channel: null, team: null, reason: null, hours: null };

function found(settings: Settings) {
  return checkSettings(settings, context).map(({ severity, part, path, code }) => [severity, part, path, code]);
}

const changed = (changes: SettingsChanges) => applyChanges(starterSettings, changes);
const always = hours.always;
const cancellation = Object.values(phrases)[0];
if (!always || !cancellation) throw new Error("The starter set has changed.");

const cases: readonly [what: string, settings: Settings, problem: readonly string[]][] = [
  [
    "an unknown variable",
    withTexts(text("hi", { de: "{{ nmae }}" })),
    ["error", "texts/hi", "byLocale.de", "bad-template"],
  ],
  [
    "a reminder that would come before its task is made",
    changed({
      "taskTemplates/soon": newTaskTemplate({
        ...{ id: "soon", name: "Soon", kind: "note", dueMinutes: 30, remindBefore: [10, 30] },
      }),
    }),
    ["warning", "taskTemplates/soon", "remindBefore.1", "reminder-never-comes"],
  ],
  [
    "a loop",
    withTexts(text("hi", { en: "{% for x in y %}{% endfor %}" })),
    ["error", "texts/hi", "byLocale.en", "bad-template"],
  ],
  [
    "a text in another",
    withTexts(text("hi", { en: "{% render 'hi' %}" })),
    ["error", "texts/hi", "byLocale.en", "bad-template"],
  ],
  ["an empty text", withTexts(text("hi", { en: " " })), ["error", "texts/hi", "byLocale.en", "bad-template"]],
  [
    "a sentence that may be left hanging",
    withTexts(text("hi", { en: "Hi {{ customer_name }}" })),
    ["warning", "texts/hi", "byLocale.en", "may-read-badly"],
  ],
  ["no language", withTexts(text("hi", {})), ["error", "texts/hi", "byLocale", "text-without-words"]],
  [
    "a text for a rule that is gone",
    withTexts(text("hi", { en: "Hi" }, { scope: { ...scope, rule: "gone" } })),
    ["error", "texts/hi", "scope.rule", "missing-rule"],
  ],
  [
    "a text for a team that is gone",
    withTexts(text("hi", { en: "Hi" }, { scope: { ...scope, team: "gone" } })),
    ["error", "texts/hi", "scope.team", "missing-team"],
  ],
  [
    "a text for a channel nobody has",
    withTexts(text("hi", { en: "Hi" }, { scope: { ...scope, channel: "pigeon" } })),
    ["warning", "texts/hi", "scope.channel", "missing-channel"],
  ],
  [
    "two texts for the same",
    withTexts(text("b", { en: "Hi" }), text("a", { en: "Hi" })),
    ["warning", "texts/b", "scope", "same-scope"],
  ],
  [
    "a text that may be cut",
    withTexts(text("hi", { en: `${"x".repeat(3_930)} {% if customer_name %}{{ customer_name }}{% endif %}` })),
    ["warning", "texts/hi", "byLocale.en", "text-may-be-cut"],
  ],
  [
    "hours of no time zone",
    changed({ "hours/always": { ...always, timeZone: "Mars/Olympus" } }),
    ["error", "hours/always", "timeZone", "unknown-time-zone"],
  ],
  [
    "a team that is removed and needed",
    changed({ "teams/support": null }),
    ["error", "queues/chat", "teams.0", "missing-team"],
  ],
  [
    "a phrase without a word",
    changed({ "phrases/dots": { ...cancellation, id: "dots", phrases: ["...", "* *"] } }),
    ["error", "phrases/dots", "phrases.1", "phrase-without-words"],
  ],
  [
    "a block that comes before the warning",
    changed({ abuse: { ...abuse, warnAfter: 9 } }),
    ["error", "abuse", "limitAfter", "abuse-order"],
  ],
  [
    "a channel without hurry that nobody has",
    changed({ people: { ...starterSettings.people, unhurriedChannels: ["pigeon"] } }),
    ["warning", "people", "unhurriedChannels.0", "missing-channel"],
  ],
  [
    "a test customer of no channel",
    changed({ "testIdentities/me": { id: "me", channel: "main.gone", address: "1", draftId: null } }),
    ["warning", "testIdentities/me", "channel", "missing-channel"],
  ],
];

describe("settings as a whole", () => {
  it("are fine as the workspace starts with them", () => {
    expect(found(starterSettings)).toEqual([]);
  });

  it.each(cases)("are not fine with %s", (_what, settings, problem) => {
    expect(found(settings)).toContainEqual(problem);
  });

  it("are told where in a text the mistake is", () => {
    const [problem] = checkSettings(withTexts(text("hi", { en: "Hi,\nyou are {{ postion }}" })), context);
    expect(problem?.message).toContain('Text "hi" (en), line 2, column');
  });

  it("are told errors before warnings", () => {
    const both = withTexts(
      text("a", { en: "Hi" }, { scope: { ...scope, channel: "pigeon" } }),
      text("b", { en: "{{ x }}" }),
    );
    expect(checkSettings(both, context).map(({ severity }) => severity)).toEqual(["error", "warning"]);
  });

  it("are not looked into when there are ten thousand rules, or more bytes than may be", () => {
    const rule = Object.values(rules)[0];
    if (!rule) throw new Error("The starter set has no rule.");
    const many = Array.from({ length: 10_000 }, (_, index) => [`r${index}`, { ...rule, id: `r${index}` }]);
    expect(found({ ...starterSettings, rules: Object.fromEntries(many) })).toEqual([
      ["error", "rules", "", "too-many"],
    ]);
    const long = Array.from({ length: maxMembers.texts }, (_, index) => text(`t${index}`, { en: "x".repeat(600) }));
    expect(found(withTexts(...long))).toEqual([["error", "", "", "too-large"]]);
  });

  it("are told two hundred errors and two hundred warnings, and that there are more", () => {
    const bad = Array.from({ length: 300 }, (_, index) => text(`b${index}`, { en: "{{ x }}" }));
    const errors = checkSettings(withTexts(...bad), context);
    expect(errors.slice(200).map(({ severity, code }) => [severity, code])).toEqual([["error", "more-problems"]]);
    const hints = Array.from({ length: 300 }, (_, index) => text(`a${index}`, { en: "Hi {{ contact }}" }));
    const both = checkSettings(withTexts(...hints, text("z", { en: "{{ x }}" })), context);
    expect(both).toHaveLength(202);
    expect(both[0]).toMatchObject({ severity: "error", part: "texts/z" });
    expect(both.at(-1)).toMatchObject({ severity: "warning", code: "more-problems" });
  });
});
