import type { Word } from "../reading.ts";
import { languagesOfClause } from "./plausible.ts";
import type { Correct } from "./spelling.ts";
import { splitJoined, splitParticle } from "./split-joined.ts";
import type { Token } from "./unit.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The words of a clause, mended: letters typed apart are put together, words run together are parted, errors corrected. */
export function toTokens(words: readonly Word[], vocabulary: Vocabulary, correct: Correct): Token[] {
  const { plausible: languages, leading } = languagesOfClause(words, vocabulary);
  return gatherLetters(words).flatMap(({ text, start, end }): Token[] => {
    const apart =
      leading > 0 && (vocabulary.languagesOf(text) & leading) === 0 ? splitParticle(text, leading, vocabulary) : null;
    if (apart) return apart.map((part) => ({ text: part, corrected: [], start, end }));
    const corrected = correct(text, leading);
    if (corrected.length > 0 || vocabulary.languagesOf(text) > 0) return [{ text, corrected, start, end }];
    const parts = splitJoined(text, languages, vocabulary) ?? [text];
    return parts.map((part) => ({ text: part, corrected: [], start, end }));
  });
}

const fewestLetters = 4;
const letter = /^\p{L}$/u;

/** "h u m a n" is one word. */
function gatherLetters(words: readonly Word[]): readonly Word[] {
  if (!words.some((word, index) => word.text.length === 1 && words[index + 1]?.text.length === 1)) return words;
  const gathered: Word[] = [];
  for (let index = 0; index < words.length; ) {
    let end = index;
    while (end < words.length && letter.test(words[end]?.text ?? "")) end++;
    const run = words.slice(index, Math.max(end, index + 1));
    gathered.push(...(run.length < fewestLetters ? run : [joined(run)]));
    index += run.length;
  }
  return gathered;
}

function joined(run: readonly Word[]): Word {
  return { text: run.map(({ text }) => text).join(""), start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
}
