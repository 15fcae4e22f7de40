import { insultArabic } from "./arabic.ts";
import { insultChinese } from "./chinese.ts";
import { insultDutch } from "./dutch.ts";
import { insultEnglish } from "./english.ts";
import { insultFrench } from "./french.ts";
import { insultGerman } from "./german.ts";
import { insultHindi } from "./hindi.ts";
import type { InsultLexicon } from "./insult-lexicon.ts";
import { insultItalian } from "./italian.ts";
import { insultJapanese } from "./japanese.ts";
import { insultPolish } from "./polish.ts";
import { insultPortuguese } from "./portuguese.ts";
import { insultRussian } from "./russian.ts";
import { insultSpanish } from "./spanish.ts";
import { insultTurkish } from "./turkish.ts";
import { insultUkrainian } from "./ukrainian.ts";

export const insultLexicons: readonly InsultLexicon[] = [
  insultEnglish,
  insultSpanish,
  insultFrench,
  insultPortuguese,
  insultGerman,
  insultItalian,
  insultDutch,
  insultPolish,
  insultTurkish,
  insultRussian,
  insultUkrainian,
  insultChinese,
  insultJapanese,
  insultArabic,
  insultHindi,
];
