import type { Part, Phrase } from "./parse-entries.ts";

/** A word, or two that follow each other, without which a phrase cannot be there. */
export type Need = readonly [word: string, next?: string];

/** How often a word is met: 0 in nearly every sentence, 1 in many, 2 seldom. */
export type RarityOf = (word: string) => 0 | 1 | 2;

const seldom = 2;
const mostPairs = 2_000;

/**
 * What to look for, so that the phrase is only looked for where it may be: as all of it must be there, its rarest part is
 * enough, or a part and what follows it where each is common: "put me".
 */
export function needsOf(phrase: Phrase, rarityOf: RarityOf): readonly Need[] {
  const weigh = ([word, next]: Need) => {
    const rarity = rarityOf(word);
    if (next === undefined) return rarity === seldom ? strongest : rarity;
    return rarity + rarityOf(next) + ofPair;
  };
  const needed = phrase.filter(({ isOptional }) => !isOptional);
  if (needed.length === 0) return phrase.flatMap((part) => rarest(part, weigh));
  const weakest = (needs: readonly Need[]) => Math.min(...needs.map(weigh));
  const better = (one: readonly Need[], other: readonly Need[]) => {
    const difference = weakest(other) - weakest(one);
    return difference > 0 || (difference === 0 && shortest(other) > shortest(one)) ? other : one;
  };
  const words = needed.map((part) => rarest(part, weigh)).reduce(better);
  return weakest(words) === strongest ? words : [words, ...pairsIn(phrase)].reduce(better);
}

const strongest = 6;
const ofPair = 1.5;

function shortest(needs: readonly Need[]): number {
  return Math.min(...needs.map(([word, next = ""]) => word.length + next.length));
}

/** Of each alternative, its rarest word, or two of its words. */
function rarest({ alternatives }: Part, weigh: (need: Need) => number): readonly Need[] {
  return alternatives.map((words) => {
    let best: Need = [words[0] ?? ""];
    for (const [at, word] of words.entries()) {
      const next = words[at + 1];
      if (weigh([word]) > weigh(best)) best = [word];
      if (next !== undefined && !isStem(word) && !isStem(next) && weigh([word, next]) > weigh(best))
        best = [word, next];
    }
    return best;
  });
}

/** A part that must be there, and what may come right behind it. */
function pairsIn(phrase: Phrase): readonly (readonly Need[])[] {
  return phrase.flatMap((part, at) => {
    const next = phrase.findIndex(({ isOptional }, index) => index > at && !isOptional);
    if (part.isOptional || next < 0) return [];
    const firsts = wordsOf(part, -1);
    const seconds = phrase.slice(at + 1, next + 1).flatMap((behind) => wordsOf(behind, 0));
    if (firsts.length * seconds.length > mostPairs || [...firsts, ...seconds].some(isStem)) return [];
    return [firsts.flatMap((first) => seconds.map((second): Need => [first, second]))];
  });
}

function wordsOf({ alternatives }: Part, at: number): string[] {
  return [...new Set(alternatives.map((words) => words.at(at) ?? ""))];
}

function isStem(word: string): boolean {
  return word.endsWith("*");
}
