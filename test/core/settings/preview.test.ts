import { expect, it } from "vitest";
import { applyChanges } from "../../../src/core/settings/parts.ts";
import { previewTexts } from "../../../src/core/settings/preview-texts.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import { text } from "./examples.ts";

const scope = { rule: null, channel: null, team: null, reason: null, hours: null };
const settings = applyChanges(starterSettings, {
  company: { ...starterSettings.company, name: "Contoso" },
  "texts/offer": text("offer", { en: "{{ company_name }}{% if team_name %}, {{ team_name }}{% endif %}?" }),
  "texts/short": text("short", { en: "One two three four five" }, { scope: { ...scope, channel: "sms" } }),
  "texts/quiet": text("quiet", {}, { moment: "handoff.returned", isMuted: true }),
});
const of = { ruleId: null, teamId: null, reason: null, hours: null };
const api = { id: "main.api", kind: "api", maxTextLength: 4_000 };
const sms = { id: "main.sms", kind: "sms", maxTextLength: 12 };

it("shows each language on each channel, with examples, and with nothing but what is certainly known", () => {
  const moments = ["handoff.offer"] as const;
  const previewed = previewTexts(settings, { ...of, moments, locales: ["en", "de"], channels: [api, sms] });
  expect(previewed).toHaveLength(4);
  expect(previewed[0]).toMatchObject({
    textId: "offer",
    textLocale: "en",
    text: "Contoso, billing?",
    shortest: "Contoso?",
  });
  expect(previewed[1]).toMatchObject({ channelId: "main.sms", textId: "short" });
  expect(previewed[1]).toMatchObject({ text: expect.stringMatching(/^One two ?…$/) });
  expect(previewed[2]).toMatchObject({ locale: "de", textLocale: "de", textId: "built-in:handoff.offer:de" });
});

it("says the named team's own name, and nothing where a moment is muted", () => {
  const moments = ["handoff.offer", "handoff.returned"] as const;
  const [offer, returned] = previewTexts(settings, {
    ...of,
    teamId: "support",
    moments,
    locales: ["en"],
    channels: [api],
  });
  expect(offer).toMatchObject({ text: "Contoso, support?" });
  expect(returned).toEqual({
    moment: "handoff.returned",
    locale: "en",
    channelId: "main.api",
    status: "muted",
    textId: "quiet",
  });
});

it("puts a long text together once for thousands of places that get the same", () => {
  const long = "{{ contact | append: contact | append: contact }}".repeat(80);
  const channels = Array.from({ length: 3_600 }, (_, index) => ({ ...api, id: `main.${index}` }));
  const moments = ["handoff.offer"] as const;
  const startedAt = performance.now();
  const previewed = previewTexts(applyChanges(settings, { "texts/offer": text("offer", { en: long }) }), {
    ...{ ...of, moments, locales: ["en"], channels },
  });
  expect(new Set(previewed.map((each) => (each.status === "text" ? each.text : ""))).size).toBe(1);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

it("shows times and waits in the language of the text, as customers would read them", () => {
  const moments = ["handoff.confirmation", "handoff.after_hours"] as const;
  const previewed = previewTexts(settings, { ...of, moments, locales: ["de", "fr"], channels: [api] });
  expect(previewed.map((one) => (one.status === "text" ? one.text : ""))).toEqual([
    expect.stringContaining("5 bis 10 Minuten"),
    expect.stringContaining("5 à 10 minutes"),
    expect.stringContaining("am Montag um 9:00 Uhr"),
    expect.stringContaining("lundi à 9h00"),
  ]);
});
