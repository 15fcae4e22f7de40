import { riskArabic } from "./arabic.ts";
import { riskChinese } from "./chinese.ts";
import { riskDutch } from "./dutch.ts";
import { riskEnglish } from "./english.ts";
import { riskFrench } from "./french.ts";
import { riskGerman } from "./german.ts";
import { riskHindi } from "./hindi.ts";
import { riskItalian } from "./italian.ts";
import { riskJapanese } from "./japanese.ts";
import { riskPolish } from "./polish.ts";
import { riskPortuguese } from "./portuguese.ts";
import type { RiskLexicon } from "./risk-lexicon.ts";
import { riskRussian } from "./russian.ts";
import { riskSpanish } from "./spanish.ts";
import { riskTurkish } from "./turkish.ts";
import { riskUkrainian } from "./ukrainian.ts";

export const riskLexicons: readonly RiskLexicon[] = [
  riskEnglish,
  riskSpanish,
  riskFrench,
  riskPortuguese,
  riskGerman,
  riskItalian,
  riskDutch,
  riskPolish,
  riskTurkish,
  riskRussian,
  riskUkrainian,
  riskChinese,
  riskJapanese,
  riskArabic,
  riskHindi,
];
