import type { FoundLanguage } from "./detect-language.ts";
import { onFirstUse } from "./on-first-use.ts";
import type { TellingWord } from "./telling-words.ts";
import { russianWords } from "./words/ru.ts";
import { ukrainianWords } from "./words/uk.ts";
import { wordsOf } from "./words-of.ts";

/** Russian or Ukrainian, by the letters that the other lacks and by words; `null` for the other Cyrillic languages. */
export function judgeCyrillic(words: readonly TellingWord[], original: string): FoundLanguage | null {
  let [russian, ukrainian, foreign] = letterCounts(original);
  for (const { text } of words) {
    const speaks = speakersOf(text);
    russian += speaks.russian;
    ukrainian += speaks.ukrainian;
    if (foreignWords.has(text)) foreign++;
  }
  if (foreign > russian && foreign > ukrainian) return null;
  if (russian === ukrainian) return null;
  const language = ukrainian > russian ? "uk" : "ru";
  const [most, least] = language === "uk" ? [ukrainian, russian] : [russian, ukrainian];
  const isCertain =
    words.length >= 2 && most >= 2 && most >= least * 2 && !words.every(({ text }) => greetings.has(text));
  return { language, certainty: isCertain ? "certain" : "likely" };
}

const russianLetters = /[ыэъё]/gi;
const ukrainianLetters = /[іїєґ]/gi;
const foreignLetters = /[ўјљњћђџѓќқғңүұөәһ]/gi;
/** Ukrainian writes п'ять where Russian writes пять. */
const cyrillicApostrophe = /[а-я]['’ʼ][яюєї]/gi;
const readUnits = 1_000;

function letterCounts(original: string): [russian: number, ukrainian: number, foreign: number] {
  const text = original.slice(0, readUnits);
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return [count(russianLetters), count(ukrainianLetters) + count(cyrillicApostrophe), count(foreignLetters) * 2];
}

/** Letters side by side, in words that stand in neither list. */
const russianGroups = /и[яеиюо]|[еи]шь$|[ая]я$|ое$/;
const ukrainianGroups = /ння$|ття$|[аияу]ти(?:ся)?$|ьо/;

const greetings = wordSet("привет здравствуйте спасибо добрый день привіт дякую вітаю доброго дня");
const foreignWords =
  wordSet(`поръчката поръчка къде моята искам моля благодаря здравейте съм няма кога защо това все още
  мога наруџбина где је није молим хвала зашто`);

interface Speakers {
  readonly russian: number;
  readonly ukrainian: number;
}

const nobody: Speakers = { russian: 0, ukrainian: 0 };
const inBoth: Speakers = { russian: 0, ukrainian: 0 };
const inRussian: Speakers = { russian: 1, ukrainian: 0 };
const inUkrainian: Speakers = { russian: 0, ukrainian: 1 };

/** Stems keep their `*` here. */
const lexicon = onFirstUse(() => {
  const entries = new Map<string, Speakers>();
  for (const word of entriesOf(russianWords)) entries.set(word, inRussian);
  for (const word of entriesOf(ukrainianWords)) entries.set(word, entries.has(word) ? inBoth : inUkrainian);
  return entries;
});

function entriesOf(written: string): readonly string[] {
  const entries = written.split(/\s+/);
  const stems = wordsOf(entries.filter((entry) => entry.endsWith("*")).join(" "));
  return [...wordsOf(entries.filter((entry) => !entry.endsWith("*")).join(" ")), ...stems.map((stem) => `${stem}*`)];
}

const [shortestStem, longestStem] = [3, 8];

function speakersOf(word: string): Speakers {
  const known = lexicon().get(word);
  if (known) return known;
  for (let length = Math.min(longestStem, word.length); length >= shortestStem; length--) {
    const stem = lexicon().get(`${word.slice(0, length)}*`);
    if (stem) return stem;
  }
  const russian = russianGroups.test(word) ? 1 : 0;
  const ukrainian = ukrainianGroups.test(word) ? 1 : 0;
  return russian + ukrainian === 0 ? nobody : { russian, ukrainian };
}

function wordSet(written: string): ReadonlySet<string> {
  return new Set(wordsOf(written));
}
