import { frustrationArabic } from "./arabic.ts";
import { frustrationChinese } from "./chinese.ts";
import { frustrationDutch } from "./dutch.ts";
import { frustrationEnglish } from "./english.ts";
import { frustrationFrench } from "./french.ts";
import type { FrustrationLexicon } from "./frustration-lexicon.ts";
import { frustrationGerman } from "./german.ts";
import { frustrationHindi } from "./hindi.ts";
import { frustrationItalian } from "./italian.ts";
import { frustrationJapanese } from "./japanese.ts";
import { frustrationPolish } from "./polish.ts";
import { frustrationPortuguese } from "./portuguese.ts";
import { frustrationRussian } from "./russian.ts";
import { frustrationSpanish } from "./spanish.ts";
import { frustrationTurkish } from "./turkish.ts";
import { frustrationUkrainian } from "./ukrainian.ts";

export const frustrationLexicons: readonly FrustrationLexicon[] = [
  frustrationEnglish,
  frustrationSpanish,
  frustrationFrench,
  frustrationPortuguese,
  frustrationGerman,
  frustrationItalian,
  frustrationDutch,
  frustrationPolish,
  frustrationTurkish,
  frustrationRussian,
  frustrationUkrainian,
  frustrationChinese,
  frustrationJapanese,
  frustrationArabic,
  frustrationHindi,
];
