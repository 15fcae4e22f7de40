import { expect, test } from "vitest";
import { checkTextLengths } from "../../../../src/core/messages/check/check-text-lengths.ts";
import type { Text } from "../../../../src/core/messages/text.ts";

const everybody = { rule: null, channel: null, team: null, reason: null, hours: null };
const channels = [
  { id: "main.short", kind: "short", maxTextLength: 100 },
  { id: "main.long", kind: "long", maxTextLength: 1_000 },
];

function lengthsOf(source: string, change: Partial<Text> = {}): readonly string[] {
  const text: Text = {
    ...{ id: "hello", moment: "handoff.confirmation", scope: everybody, isMuted: false, byLocale: { en: source } },
    ...change,
  };
  return checkTextLengths({ texts: { hello: text } }, channels).map(
    ({ channelId, length, maxLength }) => `${channelId} ${length} > ${maxLength}`,
  );
}

test("a text that fits everywhere is no problem", () => {
  expect(lengthsOf("Hello {{ team_name }}")).toEqual([]);
});

test("a text is measured with the longest values there can be", () => {
  expect(lengthsOf("Dear {{ customer_name }} of {{ company_name }}")).toEqual(["main.short 169 > 100"]);
});

test("of two ways to say it, the longer one counts", () => {
  expect(lengthsOf(`{% if team_name %}short{% else %}${"long ".repeat(30)}{% endif %}`)).toEqual([
    "main.short 149 > 100",
  ]);
  expect(lengthsOf(`{% if team_name %}{{ team_name }}{% else %}${"word ".repeat(18)}{% endif %}`)).toEqual([]);
});

test("where the values themselves decide, everything counts together", () => {
  const source = `{% if position == "1" %}${"next ".repeat(12)}{% elsif position == "2" %}${"then ".repeat(12)}{% endif %}`;
  expect(lengthsOf(source)).toEqual(["main.short 120 > 100"]);
});

test("only channels where it can be said matter", () => {
  const long = "word ".repeat(250);
  expect(lengthsOf(long)).toEqual(["main.short 1249 > 100", "main.long 1249 > 1000"]);
  expect(lengthsOf(long, { scope: { ...everybody, channel: "long" } })).toEqual(["main.long 1249 > 1000"]);
  expect(lengthsOf(long, { scope: { ...everybody, channel: "main.short" } })).toEqual(["main.short 1249 > 100"]);
  expect(lengthsOf(long, { isMuted: true })).toEqual([]);
});

test("a text that cannot be read is somebody else's problem", () => {
  expect(lengthsOf("{% if")).toEqual([]);
});

test("a value that is said twice counts twice", () => {
  const source = '{% if position == "1" %}{{ team_name | append: team_name }}{% endif %}';
  expect(lengthsOf(source)).toEqual([expect.stringMatching(/^main.short 1[6-9]\d > 100$/)]);
});

test("thousands of texts that fit are measured in no time", () => {
  const source = "{{customer_name}}{{contact}}{{company_name}}{{team_name}}{{expected_wait}}{{next_opening}}";
  const texts = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, index) => {
      const byLocale = { en: `${source}${index}` };
      return [String(index), { id: "hi", moment: "handoff.queue_full", scope: everybody, isMuted: false, byLocale }];
    }),
  ) as Record<string, Text>;
  const startedAt = performance.now();
  expect(checkTextLengths({ texts }, [{ id: "main.long", kind: "long", maxTextLength: 4_096 }])).toEqual([]);
  expect(performance.now() - startedAt).toBeLessThan(1_500);
});
