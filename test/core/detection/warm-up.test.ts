import { expect, test } from "vitest";
import { requestLexicons } from "../../../src/core/detection/lexicons/requests.ts";
import { read } from "../../../src/core/detection/reading.ts";
import { rehearsalTexts } from "../../../src/core/detection/rehearsal.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";
import { findFrustration } from "../../../src/core/detection/signals/frustration.ts";
import { warmUp } from "../../../src/core/detection/warm-up.ts";

const messages = [
  "Where is my order?",
  "I want to talk to a human",
  "das ist eine frechheit!!",
  "我要转人工",
  "pls gt me an agnet",
];

test("warming up changes nothing of what is found, and has many steps between which others may run", () => {
  const before = messages.map(heard);
  const steps = [...warmUp()].length;
  expect(messages.map(heard)).toEqual(before);
  expect(steps).toBeGreaterThan(100);
  expect(steps).toBeLessThan(1_000);
});

test("every language is rehearsed in every round, in texts as long as messages, the same every time and never the same twice", () => {
  const texts = [...rehearsalTexts(3)];
  expect(texts).toHaveLength(3 * requestLexicons.length);
  expect(new Set(texts).size).toBe(texts.length);
  expect([...rehearsalTexts(3)]).toEqual(texts);
  for (const text of texts) expect(text.length).toBeLessThan(600);
  for (const text of texts) expect(read(text).words.length).toBeGreaterThan(20);
});

test("in every language some rehearsals are heard as requests, and not all are", () => {
  const rounds = [...rehearsalTexts(14)].map((text) => findExplicitRequest(read(text), { departmentsCount: true }));
  for (const [number, { language }] of requestLexicons.entries()) {
    const ofLanguage = rounds.filter((_, at) => at % requestLexicons.length === number);
    expect(ofLanguage.filter((signal) => signal?.id === "explicit-request").length, language).toBeGreaterThan(2);
  }
  expect(rounds).toContain(null);
});

function heard(text: string) {
  const reading = read(text);
  return [findExplicitRequest(reading, { departmentsCount: true }), findFrustration(reading)];
}
