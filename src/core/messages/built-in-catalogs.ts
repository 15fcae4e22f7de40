import { arabic } from "./catalog/ar.ts";
import { german } from "./catalog/de.ts";
import { english } from "./catalog/en.ts";
import { spanish } from "./catalog/es.ts";
import { french } from "./catalog/fr.ts";
import { hindi } from "./catalog/hi.ts";
import { italian } from "./catalog/it.ts";
import { japanese } from "./catalog/ja.ts";
import { dutch } from "./catalog/nl.ts";
import { polish } from "./catalog/pl.ts";
import { portuguese } from "./catalog/pt.ts";
import { russian } from "./catalog/ru.ts";
import { turkish } from "./catalog/tr.ts";
import { ukrainian } from "./catalog/uk.ts";
import { chinese } from "./catalog/zh.ts";
import type { Catalog } from "./catalog.ts";

/** By language. */
export const builtInCatalogs: Readonly<Record<string, Catalog>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  pl: polish,
  pt: portuguese,
  tr: turkish,
  ar: arabic,
  ru: russian,
  uk: ukrainian,
  zh: chinese,
  ja: japanese,
  hi: hindi,
};
