import type { AnswerLexicon } from "./answer-lexicon.ts";
import { arabicAnswers } from "./ar.ts";
import { germanAnswers } from "./de.ts";
import { englishAnswers } from "./en.ts";
import { spanishAnswers } from "./es.ts";
import { frenchAnswers } from "./fr.ts";
import { hindiAnswers } from "./hi.ts";
import { italianAnswers } from "./it.ts";
import { japaneseAnswers } from "./ja.ts";
import { dutchAnswers } from "./nl.ts";
import { polishAnswers } from "./pl.ts";
import { portugueseAnswers } from "./pt.ts";
import { russianAnswers } from "./ru.ts";
import { turkishAnswers } from "./tr.ts";
import { ukrainianAnswers } from "./uk.ts";
import { chineseAnswers } from "./zh.ts";

export const answerLexicons: Readonly<Record<string, AnswerLexicon>> = {
  en: englishAnswers,
  es: spanishAnswers,
  fr: frenchAnswers,
  pt: portugueseAnswers,
  de: germanAnswers,
  it: italianAnswers,
  nl: dutchAnswers,
  pl: polishAnswers,
  tr: turkishAnswers,
  ru: russianAnswers,
  uk: ukrainianAnswers,
  zh: chineseAnswers,
  ja: japaneseAnswers,
  ar: arabicAnswers,
  hi: hindiAnswers,
};
