import type { FoundLanguage } from "./detect-language.ts";
import { type Evidence, endingEvidence, noEvidence, wordEvidence } from "./latin-evidence.ts";
import { latinLanguages } from "./latin-languages.ts";
import { letterEvidence } from "./latin-letters.ts";
import type { TellingWord } from "./telling-words.ts";

export interface LatinVerdict {
  readonly found: FoundLanguage | null;
  /** How many words speak for it. */
  readonly support: number;
}

export function judgeLatin(words: readonly TellingWord[], original: string): LatinVerdict {
  if (words.length === 0) return { found: null, support: 0 };
  const tally = tallyOf(words);
  for (const [language, weight] of letterEvidence(original))
    tally.scores[language] = (tally.scores[language] ?? 0) + weight;
  const [best, second] = twoBest(tally.scores);
  const score = tally.scores[best] ?? 0;
  const { tag } = latinLanguages[best] ?? { tag: null };
  const support = tally.support[best] ?? 0;
  if (score < leastScore || score < (tally.scores[second] ?? 0) * leastLead) return { found: null, support };
  if (tag === null) return { found: null, support: 0 };
  if (tally.known[best] === 0 && tally.words < leastUnknownWords) return { found: null, support: 0 };
  const lead = score / (tally.scores[second] ?? 0);
  const isCertain = lead >= certainLead && isWholePhrase(tally, best, lead >= clearLead);
  return { found: { language: tag, certainty: isCertain ? "certain" : "likely" }, support };
}

const leastScore = 0.6;
/** München and São Paulo look like a language and say nothing; as many unknown words as this are no name. */
const leastUnknownWords = 4;
const leastLead = 1.2;
const certainLead = 1.6;
const clearLead = 2;

interface Tally {
  readonly scores: Float64Array;
  /** Words that speak for the language, greetings left out: "merci beaucoup" is no French conversation. */
  readonly support: Uint16Array;
  /** Those of them that speak for no other. */
  readonly alone: Uint16Array;
  /** Words that stand in its lists. */
  readonly known: Uint16Array;
  /** All words but greetings. */
  words: number;
}

function tallyOf(words: readonly TellingWord[]): Tally {
  const count = latinLanguages.length;
  const tally: Tally = {
    scores: new Float64Array(count),
    support: new Uint16Array(count),
    alone: new Uint16Array(count),
    known: new Uint16Array(count),
    words: 0,
  };
  // Said ten times, a word is no better evidence.
  for (const text of new Set(words.map((word) => word.text))) {
    const known = wordEvidence(text);
    for (const language of known.languages) tally.known[language] = (tally.known[language] ?? 0) + 1;
    add(tally, known === noEvidence ? endingEvidence(text) : known);
  }
  return tally;
}

function add(tally: Tally, { languages, weight, isGreeting }: Evidence): void {
  if (!isGreeting) tally.words++;
  for (const language of languages) {
    tally.scores[language] = (tally.scores[language] ?? 0) + weight;
    if (isGreeting) continue;
    tally.support[language] = (tally.support[language] ?? 0) + 1;
    if (languages.length === 1) tally.alone[language] = (tally.alone[language] ?? 0) + 1;
  }
}

function twoBest(scores: Float64Array): [best: number, second: number] {
  let best = 0;
  let second = -1;
  for (let index = 1; index < scores.length; index++) {
    const score = scores[index] ?? 0;
    if (score > (scores[best] ?? 0)) [best, second] = [index, best];
    else if (second < 0 || score > (scores[second] ?? 0)) second = index;
  }
  return [best, second];
}

/** Two words when there are no others ("siparişim nerede"); else three, and not among many of another language. */
function isWholePhrase({ support, alone, words }: Tally, language: number, isClear: boolean): boolean {
  const speaking = support[language] ?? 0;
  const speakingAlone = alone[language] ?? 0;
  if (words === 2) return speakingAlone === 2;
  if (speaking < 3 || speaking < words * 0.5) return false;
  return speakingAlone >= 2 || (speakingAlone === 1 && speaking === words && isClear);
}
