import { describe, expect, it } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findRiskTopics } from "../../../src/core/detection/signals/risk-topics.ts";
import { missedBeyond, moodLanguages, readAuthoredMood } from "./read-authored-mood.ts";

function topics(text: string): string[] {
  return findRiskTopics(read(text)).map(({ id }) => id);
}

describe("risk topics", () => {
  it.each([
    ["self-harm", "I don't want to live anymore"],
    ["self-harm", 'yesterday I wrote "I want to die" and I meant it'],
    ["threat", "I will come to your office with a gun"],
    ["threat", "there's a bomb in your building"],
    ["legal", "my lawyer will contact you"],
    ["legal", "then see you in court"],
    ["privacy", "delete all my data, GDPR"],
    ["privacy", "you sold my personal information"],
    ["fraud", "someone used my card in Leeds"],
    ["fraud", "there are transactions I did not make"],
    ["fraud", "my account was hacked"],
  ])("%s: %s", (topic, text) => {
    expect(topics(text)).toEqual([topic]);
  });

  it.each([
    "I'm dying to know when it ships",
    "my phone died yesterday",
    "this is killing me haha",
    "a bath bomb for my sister",
    "where is your privacy policy?",
    "I need a legal name change",
    "what is the data limit of my plan?",
    "how do you prevent fraud?",
    "what happens if my card gets stolen?",
    "can I delete the photo of my dog",
    "is it legal to fly this drone?",
    "meine Karte funktioniert nicht",
    "donde está mi pedido",
  ])("none: %s", (text) => {
    expect(topics(text)).toEqual([]);
  });

  it("are each found once, where they are first spoken of", () => {
    const text = "My account was hacked! I was scammed and will call my lawyer.";
    const found = findRiskTopics(read(text)).map(({ id, start, end }) => [id, text.slice(start, end)]);
    expect(found.map(([id]) => id)).toEqual(["fraud", "legal"]);
    expect(found[0]?.[1]).toContain("account was hacked");
  });
});

describe.each(moodLanguages)("risk topics in %s", (language) => {
  const sentences = readAuthoredMood().filter((sentence) => sentence.language === language);

  it.each(["self-harm", "threat", "legal", "privacy", "fraud"])("%s is found, and hardly ever another", (topic) => {
    const about = sentences.filter(({ label }) => label === topic);
    expect(about.length).toBeGreaterThan(3);
    expect(missedBeyond(about, (text) => topics(text).includes(topic))).toEqual([]);
    expect(about.filter(({ text }) => topics(text).length > 1).length).toBeLessThanOrEqual(1);
  });

  it("are in no ordinary message", () => {
    const ordinary = sentences.filter(({ label }) => label === "none");
    expect(ordinary.filter(({ text }) => topics(text).length > 0)).toEqual([]);
  });
});
