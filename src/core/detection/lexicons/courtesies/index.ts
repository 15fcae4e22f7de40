import { arabicCourtesies } from "./ar.ts";
import type { CourtesyLexicon } from "./courtesy-lexicon.ts";
import { germanCourtesies } from "./de.ts";
import { englishCourtesies } from "./en.ts";
import { spanishCourtesies } from "./es.ts";
import { frenchCourtesies } from "./fr.ts";
import { hindiCourtesies } from "./hi.ts";
import { italianCourtesies } from "./it.ts";
import { japaneseCourtesies } from "./ja.ts";
import { dutchCourtesies } from "./nl.ts";
import { polishCourtesies } from "./pl.ts";
import { portugueseCourtesies } from "./pt.ts";
import { russianCourtesies } from "./ru.ts";
import { turkishCourtesies } from "./tr.ts";
import { ukrainianCourtesies } from "./uk.ts";
import { chineseCourtesies } from "./zh.ts";

export const courtesyLexicons: Readonly<Record<string, CourtesyLexicon>> = {
  en: englishCourtesies,
  es: spanishCourtesies,
  fr: frenchCourtesies,
  pt: portugueseCourtesies,
  de: germanCourtesies,
  it: italianCourtesies,
  nl: dutchCourtesies,
  pl: polishCourtesies,
  tr: turkishCourtesies,
  ru: russianCourtesies,
  uk: ukrainianCourtesies,
  zh: chineseCourtesies,
  ja: japaneseCourtesies,
  ar: arabicCourtesies,
  hi: hindiCourtesies,
};
