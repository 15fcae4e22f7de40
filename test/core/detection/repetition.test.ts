import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { countRepetition, fingerprint, isSame } from "../../../src/core/detection/signals/repetition.ts";
import { cpuTimeMs } from "./cpu-time.ts";

const printOf = (text: string) => fingerprint(read(text));

describe("the same again", () => {
  test.each([
    ["where is my order", "where's my order??"],
    ["where is my order", "WHERE IS MY ORDER 123"],
    ["where is my ordr", "where is my order"],
    ["my order where is", "where is my order"],
    ["I want to cancel my order", "please cancel my order now"],
    ["I need a refund", "I want a refund"],
    ["the app crashes when I open it", "app crashes when i open it!!"],
    ["help", "HELP!!"],
    ["where is it", "where is it???"],
    ["wo ist mein paket", "wo ist mein packet???"],
    ["donde esta mi pedido", "¿dónde está mi pedido?"],
    ["siparişim nerede", "siparisim nerede??"],
    ["где мой заказ", "ГДЕ МОЙ ЗАКАЗ???"],
    ["أين طلبي", "اين طلبي؟؟"],
    ["मेरा ऑर्डर कहाँ है", "मेरा ऑर्डर कहां है?"],
    ["我的订单在哪里", "我的订单到底在哪里？"],
    ["注文が届きません", "注文がまだ届きません！"],
    [
      "Sorry, I didn't understand that. Could you rephrase?",
      "Sorry, I didn't quite understand that. Could you please rephrase?",
    ],
  ])("%s / %s", (one, other) => {
    expect(isSame(printOf(one), printOf(other))).toBe(true);
    expect(isSame(printOf(other), printOf(one))).toBe(true);
  });
});

describe("something else", () => {
  test.each([
    ["where is my order", "where is my refund"],
    ["where is my order", "how do i order"],
    ["I want to cancel my order", "I want to cancel my subscription"],
    ["what is your name", "what is your address"],
    ["where is it", "how is it"],
    ["Berlin", "Hamburg"],
    ["order 123", "order 456"],
    ["Your order 12345 is on its way.", "Your order 98765 is on its way."],
    ["shirt in blue size M", "shirt in red size L"],
    ["我的订单在哪里", "我的退款在哪里"],
    ["返金してください", "交換してください"],
  ])("%s / %s", (one, other) => {
    expect(isSame(printOf(one), printOf(other))).toBe(false);
  });

  test.each(["yes", "no", "ok", "no thanks", "thanks!", "12345", "👍", "sí", "да", "はい", "???", ""])(
    "%s may be said any number of times",
    (text) => {
      expect(isSame(printOf(text), printOf(text))).toBe(false);
    },
  );
});

describe("counting", () => {
  const asked = ["where is my order", "where's my order??", "WHERE IS MY ORDER 123"].map(printOf);

  test("counts how often the last thing was said in a row", () => {
    expect(countRepetition([], asked[0] ?? "")).toBe(1);
    expect(countRepetition(asked.slice(0, 2), asked[2] ?? "")).toBe(3);
  });

  test("begins again after something else", () => {
    expect(countRepetition([...asked, printOf("do you ship to Spain")], asked[0] ?? "")).toBe(1);
    expect(countRepetition([printOf("do you ship to Spain"), ...asked.slice(0, 1)], asked[1] ?? "")).toBe(2);
  });
});

describe("a fingerprint", () => {
  test("is small whatever the text, and holds none of it", () => {
    const letters = [..."abcdefghijklmnopqrstuvwxyz"];
    const manyWords = letters.flatMap((one) => letters.map((other) => `${one}m${other}x`)).join(" ");
    for (const text of ["where is my order", manyWords, "lorem ipsum dolor ".repeat(60_000), "我".repeat(100_000)]) {
      expect(printOf(text)).toMatch(/^[0-9a-f-]{1,70}$/);
    }
  });

  test("costs the same for a megabyte", () => {
    const reading = read(Array.from({ length: 150_000 }, (_, index) => `word${index} item`).join(" "));
    printOf("a first one");
    expect(cpuTimeMs(() => fingerprint(reading))).toBeLessThan(200);
  });
});
