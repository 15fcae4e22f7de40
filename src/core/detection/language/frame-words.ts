import { latinLanguages } from "./latin-languages.ts";
import { onFirstUse } from "./on-first-use.ts";
import { russianWords } from "./words/ru.ts";
import { ukrainianWords } from "./words/uk.ts";
import { wordsOf } from "./words-of.ts";

/** A word that sentences are built with, in any of our languages: it says little of what a sentence is about. */
export function isFrameWord(word: string): boolean {
  return frameWords().has(word);
}

const frameWords = onFirstUse(() => {
  const latin = latinLanguages.filter(({ tag }) => tag !== null).map(({ frame }) => frame);
  return new Set(wordsOf([...latin, ...cyrillicFrame()].join(" ")));
});

/** The lists of the two are mixed; what they say of things is longer, or has its ending left open. */
function cyrillicFrame(): readonly string[] {
  const entries = `${russianWords} ${ukrainianWords}`.split(/\s+/);
  return entries.filter((entry) => !entry.endsWith("*") && entry.length <= longestCyrillic);
}

const longestCyrillic = 5;
