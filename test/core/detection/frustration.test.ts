import { describe, expect, it } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findFrustration } from "../../../src/core/detection/signals/frustration.ts";
import { missedBeyond, moodLanguages, readAuthoredMood } from "./read-authored-mood.ts";

function found(text: string): string | null {
  const signal = findFrustration(read(text));
  return signal && text.slice(signal.start, signal.end);
}

describe("frustration", () => {
  it.each([
    ["Hello, your service is terrible. Bye", "service is terrible"],
    ["This is the third time I'm asking", "the third time"],
    ["no puedo más, de verdad", "no puedo más"],
    ["Das ist doch eine Frechheit!", "Frechheit"],
    ["等了几个小时都没人回复", "等了几个小时"],
  ])("shows the words that say it: %s", (text, words) => {
    expect(found(text)).toContain(words);
  });

  it.each([
    ["a wait", "I've been waiting for three days"],
    ["something that still fails", "it still doesn't work"],
    ["a curse", "where did I put the damn thing"],
  ])("is not %s alone", (_what, text) => {
    expect(found(text)).toBeNull();
  });

  it.each([
    ["capitals", "I'VE BEEN WAITING FOR THREE DAYS"],
    ["signs", "I've been waiting for three days!!"],
    ["an angry face", "I've been waiting for three days 😡"],
    ["a curse", "I've been waiting for three days, damn it"],
  ])("is a wait with %s", (_what, text) => {
    expect(found(text)).not.toBeNull();
  });

  it.each(["WHERE IS MY ORDER 12345??", "HELLO!!! CAN YOU HELP ME", "THANK YOU SO MUCH!!!", "😡", "is that right?!"])(
    "is never capitals, signs or faces alone: %s",
    (text) => {
      expect(found(text)).toBeNull();
    },
  );

  it.each([
    "not bad at all",
    "I am not angry, I only ask",
    "no complaints from my side",
    "non sono arrabbiato",
    "ich bin nicht sauer",
    "je ne suis pas en colère",
    "kızgın değilim",
    "我没生气",
    "怒っていません",
  ])("is not what is denied: %s", (text) => {
    expect(found(text)).toBeNull();
  });

  it("is what follows a no that was said of something else", () => {
    expect(found("no, bad service as always")).not.toBeNull();
  });

  it("is not what somebody else wrote", () => {
    expect(
      found('Your ad says "never again waiting for hours on the terrible hotline of others". Is it true?'),
    ).toBeNull();
    expect(found("> your service is terrible\nWho wrote this to me?")).toBeNull();
  });
});

describe.each(moodLanguages)("frustration in %s", (language) => {
  const sentences = readAuthoredMood().filter((sentence) => sentence.language === language);

  it("is found in nine of ten sentences and more", () => {
    const unhappy = sentences.filter(({ label }) => label === "frustration");
    expect(unhappy.length).toBeGreaterThan(20);
    expect(missedBeyond(unhappy, (text) => found(text) !== null)).toEqual([]);
  });

  it("is in hardly any ordinary message", () => {
    const ordinary = sentences.filter(({ label }) => label === "none");
    expect(ordinary.length).toBeGreaterThan(50);
    expect(ordinary.filter(({ text }) => found(text) !== null).length).toBeLessThanOrEqual(1);
  });
});
