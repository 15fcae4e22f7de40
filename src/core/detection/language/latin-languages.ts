import { germanWords } from "./words/de.ts";
import { englishWords } from "./words/en.ts";
import { spanishWords } from "./words/es.ts";
import { frenchWords } from "./words/fr.ts";
import { italianWords } from "./words/it.ts";
import type { LanguageWords } from "./words/language-words.ts";
import { dutchWords } from "./words/nl.ts";
import { otherLanguages } from "./words/other.ts";
import { polishWords } from "./words/pl.ts";
import { portugueseWords } from "./words/pt.ts";
import { turkishWords } from "./words/tr.ts";

export interface LatinLanguage extends LanguageWords {
  /** `null`: not one of ours. */
  readonly tag: string | null;
}

/** Elsewhere a language is its place in this list. */
export const latinLanguages: readonly LatinLanguage[] = [
  { tag: "en", ...englishWords },
  { tag: "es", ...spanishWords },
  { tag: "fr", ...frenchWords },
  { tag: "pt", ...portugueseWords },
  { tag: "de", ...germanWords },
  { tag: "it", ...italianWords },
  { tag: "nl", ...dutchWords },
  { tag: "pl", ...polishWords },
  { tag: "tr", ...turkishWords },
  ...otherLanguages.map((frame) => ({ tag: null, frame, subjects: "", greetings: "", endings: "" })),
];
