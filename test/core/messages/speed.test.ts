import { expect, test } from "vitest";
import { checkTemplate } from "../../../src/core/messages/check-template.ts";
import { moments } from "../../../src/core/messages/moment.ts";
import { createTexts } from "../../../src/core/messages/resolve-text.ts";
import type { Text } from "../../../src/core/messages/text.ts";
import { exampleValues } from "../../../src/core/messages/variables.ts";

/** The quickest of many rounds, so that a busy machine does not count. */
function millisecondsOf(run: () => void, rounds = 200, times = 20): number {
  const durations = Array.from({ length: rounds }, () => {
    const begin = performance.now();
    for (let time = 0; time < times; time++) run();
    return (performance.now() - begin) / times;
  });
  return Math.min(...durations);
}

const customer = {
  ...{ ruleId: null, channelId: "main.api", channelKind: "api", teamId: "billing" },
  ...({ reason: "explicit-request", hours: "open", locale: "de-AT" } as const),
};
const company = { name: "Northwind", defaultLocale: "en", contact: "" };

test("finding and rendering a text takes less than a twentieth of a millisecond, out of two hundred", () => {
  const own = Array.from({ length: 200 }, (_, index): Text => {
    const scope = { rule: null, channel: null, team: `team-${index}`, reason: null, hours: null };
    const moment = moments[index % moments.length] ?? "human.joined";
    return { id: `text-${index}`, moment, scope, isMuted: false, byLocale: { de: `Text ${index} {{ contact }}` } };
  });
  const texts = createTexts({ texts: Object.fromEntries(own.map((text) => [text.id, text])), company });
  const values = exampleValues("handoff.confirmation", "all");
  const say = () => {
    const found = texts.find("handoff.confirmation", customer, 4_000);
    if (found.status === "text") found.render(values);
  };
  expect(millisecondsOf(say)).toBeLessThan(0.05);
});

test.each([
  ["braces", "{{".repeat(2_000)],
  ["variables", "{{ a }}".repeat(571)],
  ["filters", `{{ contact${" | upcase".repeat(440)} }}`],
  ["depth", `${"{% if slot %}".repeat(160)}${"{% endif %}".repeat(160)}`],
  ["spaces", " ".repeat(4_000)],
  ["quotes", `{{ ${'"'.repeat(3_990)} }}`],
  ["parentheses", `{{ ${"(".repeat(3_990)} }}`],
  ["tags without an end", "{% if contact %}".repeat(250)],
])("checking 4,000 characters of nothing but %s takes less than 50 milliseconds", (_what, source) => {
  expect(millisecondsOf(() => checkTemplate(source.slice(0, 4_000), "handoff.confirmation"), 3, 1)).toBeLessThan(50);
});
