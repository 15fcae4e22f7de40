import type { Reading } from "../reading.ts";
import { judgeArabic, judgeDevanagari } from "./arabic-and-devanagari.ts";
import { judgeCyrillic } from "./cyrillic.ts";
import { judgeHanAndKana } from "./han-and-kana.ts";
import { judgeLatin } from "./latin.ts";
import { type ScriptName, type TellingWord, tellingWords } from "./telling-words.ts";

/** `certain`: a whole phrase of it, enough to change the language of a conversation. `likely`: better than no idea. */
export interface FoundLanguage {
  /** The primary tag: `pt`, never `pt-BR`. */
  readonly language: string;
  readonly certainty: "certain" | "likely";
}

/** `null` when the words do not say: names, numbers, addresses, "ok", a tie, or a language that is not one of ours. */
export function detectLanguage(reading: Reading): FoundLanguage | null {
  const words = tellingWords(reading);
  const byScript = Map.groupBy(words, ({ script }) => script);
  const latin = judgeLatin(byScript.get("latin") ?? [], reading.original);
  const [script, size] = largestOther(byScript);
  // "Hello, 我的订单在哪里" is Chinese and "I want to order 三文鱼" is English; "iPhone 手机壳" has no English in it.
  if (script === null || size < latin.support) return latin.found;
  return judges[script](byScript.get(script) ?? [], reading.original);
}

type OtherScript = Exclude<ScriptName, "latin">;
type Judge = (words: readonly TellingWord[], original: string) => FoundLanguage | null;

const judges: Readonly<Record<OtherScript, Judge>> = {
  cyrillic: judgeCyrillic,
  "han-and-kana": judgeHanAndKana,
  arabic: judgeArabic,
  devanagari: judgeDevanagari,
  unknown: () => null,
};

function largestOther(byScript: ReadonlyMap<ScriptName, readonly TellingWord[]>): [OtherScript | null, number] {
  let largest: OtherScript | null = null;
  let size = 0;
  for (const [script, words] of byScript) {
    if (script === "latin") continue;
    const wordCount = script === "han-and-kana" ? countLetters(words) / lettersPerWord : words.length;
    if (wordCount > size) [largest, size] = [script, wordCount];
  }
  return [largest, size];
}

/** In Chinese and Japanese, roughly. */
const lettersPerWord = 2;

function countLetters(words: readonly TellingWord[]): number {
  return words.reduce((sum, { text }) => sum + text.length, 0);
}
