import { describe, expect, it } from "vitest";
import { createPhraseIndex } from "../../../src/core/detection/phrase-index.ts";
import { read } from "../../../src/core/detection/reading.ts";
import { cpuTimeMs } from "./cpu-time.ts";

function found(phrases: readonly string[], text: string): string[] {
  const index = createPhraseIndex(phrases.map((phrase) => ({ id: phrase, phrase })));
  return index.find(read(text)).map(({ id, start, end }) => `${id}: ${text.slice(start, end)}`);
}

it("puts many equal phrases together in no time, and finds each of them", () => {
  const entries = Array.from({ length: 76_000 }, (_, number) => ({ id: `list-${number}`, phrase: "a*" }));
  const milliseconds = cpuTimeMs(() => {
    expect(createPhraseIndex(entries).find(read("apple"))).toHaveLength(entries.length);
  });
  expect(milliseconds).toBeLessThan(5_000);
});

describe("a phrase", () => {
  it.each([
    ["cancel contract", "Please CANCEL  contract 12", ["cancel contract: CANCEL  contract"]],
    ["refund", "refunds are late", []],
    ["résilier", "je veux resilier", ["résilier: resilier"]],
    ["don't want", "I dont want it", ["don't want: dont want"]],
    ["e-mail", "by e mail, please", ["e-mail: e mail"]],
    ["ok, cancel", "OK, cancel.", ["ok, cancel: OK, cancel"]],
    ["łódź", "W LODZI nie, w Łódź tak, i lodz", ["łódź: Łódź", "łódź: lodz"]],
    ["café", "Das Café ist zu", ["café: Café"]],
  ])("is found whatever case, signs and accents it is written in: %s", (phrase, text, expected) => {
    expect(found([phrase], text)).toEqual(expected);
  });

  it("is found wherever it stands, and again", () => {
    expect(found(["my card"], "my card and MY CARD")).toEqual(["my card: my card", "my card: MY CARD"]);
  });

  it("is found with letters that were held down", () => {
    expect(found(["cancel it"], "cancelllll iiiit")).toEqual(["cancel it: cancelllll iiiit"]);
  });

  it("is found beside others that begin or end alike", () => {
    const phrases = ["lost card", "lost card today", "card today"];
    expect(found(phrases, "a lost card today")).toEqual([
      "lost card: lost card",
      "lost card today: lost card today",
      "card today: card today",
    ]);
  });

  it("without a word is never found", () => {
    expect(found(["", "*", " * * ", "?!"], "anything * at all ?!")).toEqual([]);
  });
});

describe("a star at a word", () => {
  it.each([
    ["cancel*", "Cancellation and cancel", ["cancel*: Cancellation", "cancel*: cancel"]],
    ["c* it", "cut it", ["c* it: cut it"]],
    ["storn* bitte", "Stornierung, bitte", ["storn* bitte: Stornierung, bitte"]],
    ["cancel*", "uncancelled", []],
  ])("stands for any ending: %s in %s", (phrase, text, expected) => {
    expect(found([phrase], text)).toEqual(expected);
  });
});

describe("a star alone", () => {
  it.each([
    ["cancel contract", true],
    ["cancel my contract", true],
    ["cancel my old phone contract", true],
    ["cancel my very old phone contract", false],
    ["contract to cancel", false],
  ])("stands for up to three words: %s", (text, isThere) => {
    expect(found(["cancel * contract"], text)).toHaveLength(isThere ? 1 : 0);
  });

  it("says nothing at the beginning and at the end", () => {
    expect(found(["* cancel *"], "please cancel now")).toEqual(["* cancel *: cancel"]);
  });

  it("may stand twice", () => {
    expect(found(["move * address * new"], "move my address to the new one")).toHaveLength(1);
  });
});

describe("in scripts without spaces", () => {
  it.each([
    ["退款", "我想要退款。", ["退款: 退款"]],
    ["退订*会员", "我要退订你们的会员", ["退订*会员: 退订你们的会员"]],
    ["退订*会员", "我要退订，因为你们的价格实在太高，会员", []],
    ["解約", "契約を解 約したい", ["解約: 解 約"]],
    ["ゴミ", "口コミを見た", []],
    ["ｶｰﾄﾞ", "カードをなくした", []],
    ["這個問題", "这个问题很大", ["這個問題: 这个问题"]],
    ["vip客户", "我是VIP客户", ["vip客户: VIP客户"]],
  ])("a phrase is found inside a run of letters: %s in %s", (phrase, text, expected) => {
    expect(found([phrase], text)).toEqual(expected);
  });
});

describe("letters that decide", () => {
  it("keep their vowel signs in Devanagari, where others are words of their own", () => {
    expect(found(["मरना"], "मेरा नाम")).toEqual([]);
    expect(found(["मरना"], "मरना नहीं")).toEqual(["मरना: मरना"]);
  });

  it("are found behind the article and conjunctions that Arabic joins to a word", () => {
    expect(found(["فاتورة"], "أريد الفاتورة وفاتورة أخرى")).toEqual(["فاتورة: الفاتورة", "فاتورة: وفاتورة"]);
  });

  it("are one in the spellings of Turkish and Arabic", () => {
    expect(found(["sıkıntı", "شركة"], "SIKINTI sikinti شركه")).toHaveLength(3);
  });
});

describe("hostile phrases and texts", () => {
  const starred = Array.from({ length: 2_000 }, (_, index) =>
    Array.from({ length: 12 }, (_, place) => ((index >> place) & 1 ? "a" : "*")).join(" "),
  );

  it("end, however many words fit however many phrases", () => {
    expect(found([...starred, "stop"], "a ".repeat(500_000)).length).toBeGreaterThan(0);
  });

  it("do not hide a phrase from an ordinary message", () => {
    expect(found([...starred, "stop it"], "please stop it")).toEqual(["stop it: stop it"]);
  });

  it("of two thousand phrases find the one", () => {
    const phrases = Array.from({ length: 2_000 }, (_, index) => `cancel * order ${index}`);
    expect(found(phrases, "cancel my order 1234 now")).toEqual(["cancel * order 1234: cancel my order 1234"]);
  });
});
