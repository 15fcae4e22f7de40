import type { FoundLanguage } from "./detect-language.ts";
import type { TellingWord } from "./telling-words.ts";
import { wordsOf } from "./words-of.ts";

/** Persian and Urdu write letters that Arabic lacks; now and then an Arab writes one too. */
export function judgeArabic(words: readonly TellingWord[], original: string): FoundLanguage | null {
  const { matched, letters } = countLetters(original, persianLetters);
  if (matched * arabicPerForeign > letters) return null;
  return { language: "ar", certainty: certaintyOf(words, arabicGreetings) };
}

export function judgeDevanagari(words: readonly TellingWord[]): FoundLanguage | null {
  if (words.some(({ text }) => otherThanHindi.has(text))) return null;
  return { language: "hi", certainty: certaintyOf(words, hindiGreetings) };
}

const persianLetters = new Set("پچژگکیےںٹڈڑہھۃۂ");
const arabicPerForeign = 15;
const readUnits = 1_000;

const arabicGreetings = new Set(wordsOf("مرحبا اهلا شكرا جزيلا السلام عليكم سلام صباح مساء الخير"));
const hindiGreetings = new Set(wordsOf("नमस्ते नमस्कार धन्यवाद शुक्रिया सुप्रभात"));
/** Marathi and Nepali. */
const otherThanHindi = new Set(wordsOf("आहे आहेत माझी माझा माझे नाही कुठे छ छैन मेरो कहाँछ गर्नुहोस्"));

/** Two words that are no greeting are a phrase. */
function certaintyOf(words: readonly TellingWord[], greetings: ReadonlySet<string>): FoundLanguage["certainty"] {
  return words.filter(({ text }) => !greetings.has(text)).length >= 2 ? "certain" : "likely";
}

function countLetters(original: string, sought: ReadonlySet<string>): { matched: number; letters: number } {
  let matched = 0;
  let letters = 0;
  for (const letter of original.slice(0, readUnits)) {
    if (letter < "\u0600" || letter > "\u06ff") continue;
    letters++;
    if (sought.has(letter)) matched++;
  }
  return { matched, letters };
}
