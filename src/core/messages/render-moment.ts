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
import type { Catalog } from "./catalog.ts";
import type { Moment } from "./moment.ts";

export const catalogs: Readonly<Record<string, Catalog>> = {
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

/** The text of a moment in the customer's language, or in English. */
export function renderMoment(
  moment: Moment,
  locale: string | null,
  variables: Readonly<Record<string, string>>,
): string {
  const language = locale?.toLowerCase().split(/[-_]/)[0] ?? "en";
  const template = (catalogs[language] ?? english)[moment];
  return template.replace(/\{\{ (\w+) \}\}/g, (_whole, name: string) => variables[name] ?? "");
}
