import type { FoundLanguage } from "./detect-language.ts";
import type { TellingWord } from "./telling-words.ts";

/** Kana is Japanese; characters alone are Chinese, unless they have the forms that only Japanese gave them. */
export function judgeHanAndKana(words: readonly TellingWord[]): FoundLanguage | null {
  const text = words.map((word) => word.text).join(" ");
  const isJapanese = kana.test(text) || japaneseForms.test(text);
  const letters = greetings.reduce((rest, greeting) => rest.replaceAll(greeting, ""), text).replaceAll(" ", "").length;
  const isCertain = letters >= (isJapanese ? 6 : 4);
  return { language: isJapanese ? "ja" : "zh", certainty: isCertain ? "certain" : "likely" };
}

const kana = /[\u3041-\u30ff]/;
const japaneseForms = /[円気込働駅図売読対応発検験変経済関転帰払戻拝営様匂峠辺戸黒]/;
const greetings = ["你好", "您好", "谢谢", "多谢", "こんにちは", "ありがとう", "ございます", "すみません"].map(
  (greeting) => greeting.normalize("NFKD").replace(/\p{M}/gu, ""),
);
