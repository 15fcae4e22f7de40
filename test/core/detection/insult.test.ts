import { describe, expect, it } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findInsult } from "../../../src/core/detection/signals/insult.ts";
import { missedBeyond, moodLanguages, readAuthoredMood } from "./read-authored-mood.ts";

function found(text: string): string | null {
  const signal = findInsult(read(text));
  return signal && text.slice(signal.start, signal.end);
}

describe("an insult", () => {
  it.each([
    ["of the bot", "this bot is so stupid", "this bot is so stupid"],
    ["of the company", "Hm. Your company is a bunch of thieves!", "company is a bunch of thieves"],
    ["of its people", "your agents are incompetent", "your agents are incompetent"],
    ["of whoever reads it", "ok idiots", "idiots"],
  ])("%s is found, with its words", (_who, text, words) => {
    expect(found(text)).toContain(words);
  });

  it.each([
    ["f*ck you", "f*ck you"],
    ["you are an idi0t.", "idi0t"],
    ["Sh!t company", "Sh!t company"],
    ["what the hell, f.u.c.k off", "f.u.c.k off"],
    ["f u c k you all", "f u c k you"],
    ["you st*pid machine", "you st*pid"],
    ["b!tch", "b!tch"],
    ["stuuuupid bot", "stuuuupid bot"],
    ["@sshole!!", "@sshole"],
    ["k*rwa debile", "debile"],
    ["M0RON", "M0RON"],
  ])("is found in disguise: %s", (text, words) => {
    expect(found(text)).toContain(words);
  });

  it.each([
    "where is my damn order",
    "I feel stupid, it was in my bag",
    "I am an idiot, sorry",
    "this is stupid but how do I open it?",
    "two bloody Mary mixes please",
    "my ex is an idiot and has my card",
    "don't treat me like an idiot",
    "you are not stupid, I know",
    "en retard de deux jours",
    "con leche, por favor",
    "article A55 and 5H1T-7 in size 4",
    "my parcel got lost",
    "die Lampe ist kaputt",
  ])("is not: %s", (text) => {
    expect(found(text)).toBeNull();
  });

  it.each([
    'do you have "The Idiot" by Dostoyevsky?',
    "haben Sie „Der Idiot“?",
    'the man said "you are all idiots and thieves" to me in your shop',
  ])("is not in a title or in what somebody else said: %s", (text) => {
    expect(found(text)).toBeNull();
  });
});

describe.each(moodLanguages)("an insult in %s", (language) => {
  const sentences = readAuthoredMood().filter((sentence) => sentence.language === language);

  it("is found in nine of ten sentences and more", () => {
    const insults = sentences.filter(({ label }) => label === "insult");
    expect(insults.length).toBeGreaterThan(14);
    expect(missedBeyond(insults, (text) => found(text) !== null)).toEqual([]);
  });

  it("is neither in ordinary messages nor in those about a risk", () => {
    const others = sentences.filter(({ label }) => label !== "insult" && label !== "frustration");
    expect(others.filter(({ text }) => found(text) !== null)).toEqual([]);
  });
});
