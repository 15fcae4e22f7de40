import type { Word } from "../reading.ts";
import { type Languages, languagesOfClause } from "./plausible.ts";
import type { Correct } from "./spelling.ts";
import { splitJoined, splitParticle } from "./split-joined.ts";
import type { Token } from "./unit.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The words of a clause, mended: letters typed apart are put together, words run together are parted, errors corrected. */
export function toTokens(words: readonly Word[], vocabulary: Vocabulary, correct: Correct): Token[] {
  const languages = languagesOfClause(words, vocabulary);
  const tokens: Token[] = [];
  for (const word of gatherLetters(words)) {
    const { text, start, end } = word;
    if (isRight(vocabulary.languagesOf(text), languages)) tokens.push({ text, corrected: none, start, end });
    else tokens.push(...mended(word, languages, vocabulary, correct));
  }
  return tokens;
}

const none: readonly never[] = [];

/** A word of every language that the clause may well be in, or of any where nobody knows. Most are. */
function isRight(knownIn: number, { leading }: Languages): boolean {
  return knownIn !== 0 && (leading < 0 || (leading & ~knownIn) === 0);
}

function mended(word: Word, { plausible, leading }: Languages, vocabulary: Vocabulary, correct: Correct): Token[] {
  const { text, start, end } = word;
  const knownIn = vocabulary.languagesOf(text);
  const apart = leading > 0 && (knownIn & leading) === 0 ? splitParticle(text, leading, vocabulary) : null;
  if (apart) return apart.map((part) => ({ text: part, corrected: none, start, end }));
  const corrected = correct(text, leading);
  const parts = corrected.length > 0 || knownIn > 0 ? null : parted(text, plausible, vocabulary);
  return parts?.map((part) => ({ text: part, corrected: none, start, end })) ?? [{ text, corrected, start, end }];
}

function parted(text: string, plausible: number, vocabulary: Vocabulary): readonly string[] | null {
  if (!vocabulary.mayHoldTarget(text)) return null;
  return vocabulary.recentlyParted(text, plausible, () => splitJoined(text, plausible, vocabulary));
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
