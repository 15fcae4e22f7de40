import { builtInCatalogs } from "./built-in-catalogs.ts";
import type { Catalog } from "./catalog.ts";
import type { Moment } from "./moment.ts";
import { renderBuiltIn } from "./render-built-in.ts";
import type { Values } from "./variables.ts";

const pageLanguages: readonly string[] = ["en", "de", "es", "fr", "it", "nl", "pl", "pt", "tr", "ar"];

/** In the languages that our pages speak, too. */
export const catalogs: Readonly<Record<string, Catalog>> = Object.fromEntries(
  Object.entries(builtInCatalogs).filter(([language]) => pageLanguages.includes(language)),
);

/** The built-in text of a moment in the customer's language, or in English. */
export function renderMoment(moment: Moment, locale: string | null, values: Values): string {
  return renderBuiltIn(moment, locale ?? "en", values);
}
