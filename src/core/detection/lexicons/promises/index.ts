import { arabicPromises } from "./ar.ts";
import { germanPromises } from "./de.ts";
import { englishPromises } from "./en.ts";
import { spanishPromises } from "./es.ts";
import { frenchPromises } from "./fr.ts";
import { hindiPromises } from "./hi.ts";
import { italianPromises } from "./it.ts";
import { japanesePromises } from "./ja.ts";
import { dutchPromises } from "./nl.ts";
import { polishPromises } from "./pl.ts";
import type { PromiseLexicon } from "./promise-lexicon.ts";
import { portuguesePromises } from "./pt.ts";
import { russianPromises } from "./ru.ts";
import { turkishPromises } from "./tr.ts";
import { ukrainianPromises } from "./uk.ts";
import { chinesePromises } from "./zh.ts";

export const promiseLexicons: Readonly<Record<string, PromiseLexicon>> = {
  en: englishPromises,
  es: spanishPromises,
  fr: frenchPromises,
  pt: portuguesePromises,
  de: germanPromises,
  it: italianPromises,
  nl: dutchPromises,
  pl: polishPromises,
  tr: turkishPromises,
  ru: russianPromises,
  uk: ukrainianPromises,
  zh: chinesePromises,
  ja: japanesePromises,
  ar: arabicPromises,
  hi: hindiPromises,
};
