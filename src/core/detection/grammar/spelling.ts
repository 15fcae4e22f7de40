import { isWithinEdits } from "./damerau.ts";
import { createRecentWords } from "./recent-words.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Words of these languages that may have been meant; none when it is right as it is, or nothing is like it. Languages
 * are bits of a number.
 */
export type Correct = (word: string, languages: number) => readonly string[];

/** Too little was said to know any. */
const anyLanguage = -1;

interface Candidate {
  readonly word: string;
  /** Which letters are in it, one bit each: words with few of them in common are not compared. */
  readonly letters: number;
  readonly languages: number;
}

const shortestWithError = 5;
const shortestWithTwoErrors = 9;
const longest = 30;

export function spelling({ languagesOf, contentWords }: Vocabulary): Correct {
  const candidates = candidatesIn(contentWords.map((word) => ({ word, languages: languagesOf(word) })));
  const recent = createRecentWords<readonly string[]>();
  return (word, leading) => {
    if (word.length < shortestWithError - 1 || word.length > longest) return none;
    // What is right in one language can be wrong in the other that is as likely.
    const knownIn = languagesOf(word);
    const languages = leading === anyLanguage && knownIn !== 0 ? 0 : leading & ~knownIn;
    if (languages === 0) return none;
    return recent(word, languages, () => {
      const variants = variantsOf(word).filter((variant) => (languagesOf(variant) & languages) !== 0);
      return variants.length > 0 ? variants : alike(withoutRuns(word, 2), candidates, languages);
    });
  };
}

function alike(word: string, candidates: Candidates, languages: number): string[] {
  const typed = { word, languages, letters: lettersOf(word) };
  const found: string[] = [];
  const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
  const furthest = word.length >= shortestWithTwoErrors - 2 ? 2 : 1;
  for (let length = word.length - furthest; length <= word.length + furthest; length++) {
    const isNear = Math.abs(length - word.length) <= 1;
    for (const candidate of candidates.get(placeOf(first, length)) ?? none) {
      if (isTypo(typed, candidate)) found.push(candidate.word);
    }
    // The first letter is doubled, left out or swapped: no more errors are looked for.
    for (const candidate of isNear && first !== second ? (candidates.get(placeOf(second, length)) ?? none) : none) {
      if (isTypo(typed, candidate)) found.push(candidate.word);
    }
  }
  return found;
}

const none: readonly never[] = [];

type Candidates = ReadonlyMap<number, readonly Candidate[]>;

/** By first letter and length, so that a word is compared with few. */
function candidatesIn(words: readonly Omit<Candidate, "letters">[]): Candidates {
  const long = words.filter(({ word }) => word.length >= shortestWithError);
  const candidates = long.map(({ word, languages }) => ({ word, languages, letters: lettersOf(word) }));
  return Map.groupBy(candidates, ({ word }) => placeOf(word.charCodeAt(0), word.length));
}

function placeOf(letter: number, length: number): number {
  return letter * 64 + length;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function isTypo({ word, letters, languages }: Candidate, candidate: Candidate): boolean {
  if ((languages & candidate.languages) === 0) return false;
  const limit = candidate.word.length >= shortestWithTwoErrors ? 2 : 1;
  if (Math.abs(word.length - candidate.word.length) > limit) return false;
  if (bitsOf(letters ^ candidate.letters) > 2 * limit || isInflection(word, candidate.word)) return false;
  return isWithinEdits(word, candidate.word, limit);
}

function bitsOf(letters: number): number {
  let count = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Something put on behind is another form of the word, or another word: agents, humane. */
function isInflection(word: string, candidate: string): boolean {
  return word.length > candidate.length && word.startsWith(candidate);
}

/** Humannnn, hum4n, moechte; a number stays a number. */
function variantsOf(word: string): string[] {
  const variants: string[] = [];
  const [twice, once] = [withoutRuns(word, 2), withoutRuns(word, 1)];
  if (twice !== word) variants.push(twice);
  if (once !== twice) variants.push(once);
  if (umlaut.test(word)) variants.push(word.replace(everyUmlaut, "$1"));
  if (digit.test(word)) variants.push(word.replace(everyDigit, (sign) => lettersForDigits.get(sign) ?? sign));
  return variants;
}

/** "Zurueckrufen" for "zurückrufen". */
const umlaut = /[aou]e/u;
const everyUmlaut = /([aou])e/gu;
const digit = /^\p{L}.*\d/u;
const everyDigit = /\d/gu;
const lettersForDigits: ReadonlyMap<string, string> = new Map(
  Object.entries({ 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t" }),
);

function withoutRuns(word: string, length: number): string {
  let run = 1;
  let kept = "";
  let from = 0;
  for (let index = 1; index < word.length; index++) {
    run = word.charCodeAt(index) === word.charCodeAt(index - 1) ? run + 1 : 1;
    if (run <= length) continue;
    kept += word.slice(from, index);
    from = index + 1;
  }
  return from === 0 ? word : kept + word.slice(from);
}
