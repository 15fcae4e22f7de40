import type { Settings } from "../settings/settings.ts";
import { builtInCatalogs } from "./built-in-catalogs.ts";
import { compileTemplate } from "./compile-template.ts";
import { languageOf, pickLocale } from "./locale.ts";
import type { Moment } from "./moment.ts";
import { renderBuiltIn } from "./render-built-in.ts";
import { shorten } from "./shorten.ts";
import type { Text, TextFor, TextScope } from "./text.ts";
import type { Values } from "./variables.ts";

export interface Texts {
  /** What the customer is told at a moment; longer than `maxLength` (UTF-16 units) is cut. */
  find(moment: Moment, textFor: TextFor, maxLength: number): FoundText;
}

export type FoundText =
  | {
      readonly status: "text";
      /** The lead's, or `built-in:{moment}:{language}`. */
      readonly textId: string;
      /** The language it is said in: put times and waits into it, too. */
      readonly locale: string;
      /** "" when there is nothing to say, as with an incident nobody wrote a word about. */
      readonly render: (values: Values) => string;
    }
  | { readonly status: "muted"; readonly textId: string };

/**
 * The language comes first, because a text has to be understood: what the customer speaks, else the company's language,
 * else English. Within a language the lead's most specific text wins, and the built-in one comes last. A text that is
 * muted says nothing in any language.
 */
export function createTexts({ texts, company }: Pick<Settings, "texts" | "company">): Texts {
  const byMoment = Map.groupBy(Object.values(texts), (text) => text.moment);
  return {
    find(moment, textFor, maxLength) {
      const matching = mostSpecificFirst(byMoment.get(moment) ?? [], textFor);
      for (const locale of [textFor.locale, company.defaultLocale]) {
        const found = locale === null ? null : findIn(locale, moment, matching);
        if (found !== null) return bounded(found, maxLength);
      }
      return bounded(findIn("en", moment, matching) ?? builtIn(moment, "en"), maxLength);
    },
  };
}

function findIn(locale: string, moment: Moment, texts: readonly Text[]): FoundText | null {
  for (const text of texts) {
    if (text.isMuted) return { status: "muted", textId: text.id };
    const tag = pickLocale(Object.keys(text.byLocale), locale);
    const found = tag === null ? null : own(text, tag);
    if (found !== null) return found;
  }
  const language = languageOf(locale);
  return Object.hasOwn(builtInCatalogs, language) ? builtIn(moment, language) : null;
}

/** A text that cannot be read is as good as none; one that says nothing or too much this time gives way, too. */
function own(text: Text, locale: string): FoundText | null {
  const template = compileTemplate(text.byLocale[locale] ?? "");
  if (template.status === "broken") return null;
  return {
    status: "text",
    textId: text.id,
    locale,
    render: (values) => template.render(values, locale) || renderBuiltIn(text.moment, locale, values),
  };
}

function builtIn(moment: Moment, language: string): FoundText {
  return {
    status: "text",
    textId: `built-in:${moment}:${language}`,
    locale: language,
    render: (values) => renderBuiltIn(moment, language, values),
  };
}

function bounded(found: FoundText, maxLength: number): FoundText {
  if (found.status === "muted") return found;
  return { ...found, render: (values) => shorten(found.render(values), maxLength) };
}

function mostSpecificFirst(texts: readonly Text[], textFor: TextFor): readonly Text[] {
  return texts
    .flatMap((text) => {
      const weight = weightOf(text.scope, textFor);
      return weight === null ? [] : [{ text, weight }];
    })
    .sort((one, other) => other.weight - one.weight || (one.text.id < other.text.id ? -1 : 1))
    .map(({ text }) => text);
}

/** Each axis weighs more than all lighter ones together; `null`: the text is for others. */
function weightOf(scope: TextScope, textFor: TextFor): number | null {
  const { channel } = scope;
  const axes: readonly (readonly [wanted: string | null, actual: string | null, weight: number])[] = [
    [scope.rule, textFor.ruleId, 32],
    [
      channel,
      channel === textFor.channelId ? textFor.channelId : textFor.channelKind,
      channel === textFor.channelId ? 16 : 8,
    ],
    [scope.team, textFor.teamId, 4],
    [scope.reason, textFor.reason, 2],
    [scope.hours, textFor.hours, 1],
  ];
  let sum = 0;
  for (const [wanted, actual, weight] of axes) {
    if (wanted === null) continue;
    if (wanted !== actual) return null;
    sum += weight;
  }
  return sum;
}
