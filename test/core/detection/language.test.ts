import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { detectLanguage } from "../../../src/core/detection/language/detect-language.ts";
import { read } from "../../../src/core/detection/reading.ts";
import { cpuTimeMs } from "./cpu-time.ts";

const rows = readFileSync(new URL("../../fixtures/detection/authored-languages.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t") as [text: string, language: string]);
const byLanguage = Map.groupBy(rows, ([, language]) => language);
const languageOf = (text: string) => detectLanguage(read(text))?.language ?? "none";

describe("what customers type", () => {
  test.each([...byLanguage.keys()])("is recognised in %s, and never taken for another language", (language) => {
    const texts = byLanguage.get(language)?.map(([text]) => text) ?? [];
    const found = texts.map(languageOf);
    expect(texts.filter((_, index) => ![language, "none"].includes(found[index] ?? ""))).toEqual([]);
    expect(found.filter((one) => one === language).length).toBeGreaterThanOrEqual(texts.length - 1);
  });

  test.each(rows.filter(([text, language]) => language !== "none" && text.split(" ").length > 5))(
    "leaves no doubt in a whole sentence: %s",
    (text, language) => {
      expect(detectLanguage(read(text))).toEqual({ language, certainty: "certain" });
    },
  );
});

describe("a word, a greeting or a saying", () => {
  test.each([
    ["hola", "es"],
    ["danke", "de"],
    ["merci beaucoup", "fr"],
    ["dziękuję", "pl"],
    ["ありがとう", "ja"],
    ["谢谢", "zh"],
    ["привет", "ru"],
    ["дякую", "uk"],
    ["شكرا", "ar"],
    ["धन्यवाद", "hi"],
    ["hola buenas tardes gracias", "es"],
    ["commande commande commande", "fr"],
    ["c'est la vie", "fr"],
  ])("makes a language likely, not certain: %s", (text, language) => {
    expect(detectLanguage(read(text))).toEqual({ language, certainty: "likely" });
  });
});

describe("nothing is decided by", () => {
  test.each([
    ...["ok", "12345", "BK-20391", "iPhone 15 Pro Max", "Maria de la Cruz", "Jan van der Berg", "José García", "?", ""],
    ...[
      "https://www.boutique-de-la-mer.fr/ou/est/ma/commande",
      "wo.ist.mein@paket.de",
      "amazon.de",
      "amazon.it",
      "PayPal",
      "München",
      "магазин",
    ],
  ])("%s", (text) => {
    expect(detectLanguage(read(text))).toBeNull();
  });
});

describe("two languages in one message", () => {
  test.each([
    ["Hello, 我的订单在哪里", "zh"],
    ["I want to order 三文鱼 for tomorrow", "en"],
    ["मेरा order अभी तक pending है", "hi"],
    ['it only says "Das Paket wurde bei Ihrem Nachbarn abgegeben"', "en"],
  ])("%s is %s", (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

test("a language that is not one of ours is not taken for its neighbour", () => {
  for (const text of ["var är min beställning", "kde je moje objednávka", "unde este comanda mea", "سفارش من کجاست"]) {
    expect(detectLanguage(read(text))).toBeNull();
  }
});

test("no text makes it slow", () => {
  languageOf("where is my order");
  for (const text of ["a", "a@", "https://a.b/", "'", "ы", "我", "wo ist ", "\ufdfa "]) {
    const reading = read(text.repeat(100_000));
    expect(cpuTimeMs(() => detectLanguage(reading))).toBeLessThan(200);
  }
});
