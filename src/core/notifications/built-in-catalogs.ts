import { arabic } from "./catalog/ar.ts";
import { german } from "./catalog/de.ts";
import { english } from "./catalog/en.ts";
import { spanish } from "./catalog/es.ts";
import { french } from "./catalog/fr.ts";
import { italian } from "./catalog/it.ts";
import { dutch } from "./catalog/nl.ts";
import { polish } from "./catalog/pl.ts";
import { portuguese } from "./catalog/pt.ts";
import { turkish } from "./catalog/tr.ts";
import type { NoticeCatalog } from "./catalog.ts";

/** By language. */
export const noticeCatalogs: Readonly<Record<string, NoticeCatalog>> = {
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
};
