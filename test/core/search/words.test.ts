import { expect, test } from "vitest";
import { searchWords } from "../../../src/core/search/words.ts";

test.each([
  ["nothing", "", []],
  ["no letters", "… 👍 !?", []],
  ["case, signs and repetition", "Hello, HELLO -- order #42!", ["hello", "order", "42"]],
  ["accents and ligatures", "Ünïcödé ﬁne Straße ÉTÉ", ["unicode", "fine", "strasse", "ete"]],
  ["composed and decomposed alike", "cafe\u0301 caf\u00e9", ["cafe"]],
  ["full width as half width", "ＡＢＣ１２３", ["abc123"]],
  ["Turkish capital İ", "İstanbul", ["istanbul"]],
  ["Cyrillic and Greek", "Ёлка Ελλάδα", ["елка", "ελλαδα"]],
  ["Arabic and Hebrew without their points", "مُحَمَّد שָׁלוֹם", ["محمد", "שלום"]],
  ["Hindi with its vowel signs", "हिन्दी में", ["हिन्दी", "में"]],
  ["Korean by its own spaces", "환불 해주세요", ["환불", "해주세요"]],
  ["Chinese by pairs", "我要退款", ["我要", "要退", "退款"]],
  ["one character alone", "退 ok", ["退", "ok"]],
  ["Japanese with voiced kana kept", "ガス", ["ガス"]],
  ["half-width kana as full-width", "ｶﾞｽ", ["ガス"]],
  ["the long mark inside a word", "サーバー", ["サー", "ーバ", "バー"]],
  ["scripts mixed in one run", "iPhoneを返品123", ["iphone", "を返", "返品", "123"]],
  ["Thai by pairs", "คืนเงิน", ["คื", "ืน", "นเ", "เง", "งิ", "ิน"]],
  ["rare Han characters beyond the first plane", "𠮷野家", ["𠮷野", "野家"]],
  ["half of a pair", "a\ud83db", ["a", "b"]],
])("cuts %s", (_, text, words) => {
  expect(searchWords(text)).toEqual(words);
});

test("gives for words what it gave: folding twice changes nothing", () => {
  const words = searchWords("Ünïcödé Straße 退 ﬁne İstanbul हिन्दी 환불");
  expect(words.flatMap((word) => searchWords(word))).toEqual(words);
});

test("bounds the length and the number of words", () => {
  expect(searchWords("x".repeat(500))).toEqual(["x".repeat(64)]);
  expect(searchWords("𐐨".repeat(200))).toEqual(["𐐨".repeat(64)]);
  expect(searchWords(Array.from({ length: 5_000 }, (_, index) => `w${index}`).join(" "))).toHaveLength(1_000);
});
