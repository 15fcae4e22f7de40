import { arabicWithdrawals } from "./ar.ts";
import { germanWithdrawals } from "./de.ts";
import { englishWithdrawals } from "./en.ts";
import { spanishWithdrawals } from "./es.ts";
import { frenchWithdrawals } from "./fr.ts";
import { hindiWithdrawals } from "./hi.ts";
import { italianWithdrawals } from "./it.ts";
import { japaneseWithdrawals } from "./ja.ts";
import { dutchWithdrawals } from "./nl.ts";
import { polishWithdrawals } from "./pl.ts";
import { portugueseWithdrawals } from "./pt.ts";
import { russianWithdrawals } from "./ru.ts";
import { turkishWithdrawals } from "./tr.ts";
import { ukrainianWithdrawals } from "./uk.ts";
import type { WithdrawalLexicon } from "./withdrawal-lexicon.ts";
import { chineseWithdrawals } from "./zh.ts";

export const withdrawalLexicons: Readonly<Record<string, WithdrawalLexicon>> = {
  en: englishWithdrawals,
  de: germanWithdrawals,
  es: spanishWithdrawals,
  fr: frenchWithdrawals,
  it: italianWithdrawals,
  pt: portugueseWithdrawals,
  nl: dutchWithdrawals,
  pl: polishWithdrawals,
  tr: turkishWithdrawals,
  ru: russianWithdrawals,
  uk: ukrainianWithdrawals,
  zh: chineseWithdrawals,
  ja: japaneseWithdrawals,
  ar: arabicWithdrawals,
  hi: hindiWithdrawals,
};
