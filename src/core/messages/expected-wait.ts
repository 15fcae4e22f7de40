import { pluralRules, unitFormat } from "./intl-formats.ts";
import { intlLocale, languageOf } from "./locale.ts";
import { type WaitWords, waitWords } from "./wait-words.ts";

export { describeMoment } from "./describe-moment.ts";

interface WaitInMinutes {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** "5 to 10 minutes", rounded away from each other: an estimate is never exact. */
export function describeWait(wait: WaitInMinutes, locale: string): string {
  const range = inUnits(wait);
  const words = waitWords.get(languageOf(intlLocale(locale)));
  return words === undefined ? inOtherLanguage(range, intlLocale(locale)) : inWords(range, words, intlLocale(locale));
}

interface WaitInUnits {
  readonly unit: "minute" | "hour" | "day";
  readonly from: number;
  readonly to: number;
}

function inUnits({ fromMinutes, toMinutes }: WaitInMinutes): WaitInUnits {
  const [from, to] = [Math.max(0, fromMinutes), Math.max(1, fromMinutes, toMinutes)];
  if (to <= 90) return { unit: "minute", from: roundMinutes(from, Math.floor), to: roundMinutes(to, Math.ceil) };
  const [unit, minutes] = to <= 36 * 60 ? (["hour", 60] as const) : (["day", 24 * 60] as const);
  return { unit, from: Math.floor(from / minutes), to: Math.ceil(to / minutes) };
}

function roundMinutes(minutes: number, round: (value: number) => number): number {
  return minutes > 10 ? round(minutes / 5) * 5 : round(minutes);
}

function inWords({ unit, from, to }: WaitInUnits, words: WaitWords, locale: string): string {
  const forms: Readonly<Record<string, string>> = { ...words[unit] };
  const counted = (count: number) => {
    const form = forms[pluralRules(locale).select(count)] ?? words[unit].other;
    return form.replace("{n}", String(count));
  };
  const last = counted(to);
  if (from < 1) return words.upTo.replace("{to}", last);
  if (from === to) return words.about.replace("{to}", last);
  // "From one hour to two hours", where the language has a word of its own for two hours.
  const first = /\d/.test(last) ? String(from) : counted(from);
  return words.range.replace("{from}", first).replace("{to}", last);
}

function inOtherLanguage({ unit, from, to }: WaitInUnits, locale: string): string {
  return unitFormat(locale, unit).formatRange(Math.max(1, from), to);
}
