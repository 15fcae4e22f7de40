import { builtInCatalogs } from "./built-in-catalogs.ts";
import { compileTemplate } from "./compile-template.ts";
import { languageOf } from "./locale.ts";
import type { Moment } from "./moment.ts";
import type { Values } from "./variables.ts";

/** The catalog's text in that language, or in English. */
export function renderBuiltIn(moment: Moment, locale: string, values: Values): string {
  const wanted = languageOf(locale);
  const language = Object.hasOwn(builtInCatalogs, wanted) ? wanted : "en";
  const template = compileTemplate(builtInCatalogs[language]?.[moment] ?? "");
  return template.status === "compiled" ? template.render(values, language) : "";
}
