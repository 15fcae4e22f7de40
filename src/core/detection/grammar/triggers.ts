import type { CompiledLexicon } from "./compile-lexicon.ts";
import { hasUnspaced } from "./cut-letters.ts";
import type { Role } from "./lexicon.ts";
import type { Phrase } from "./parse-entries.ts";
import type { Entry } from "./phrase-tree.ts";
import type { Token } from "./unit.ts";

/** In which languages something could be found; languages are bits of a number. Most messages are not looked at further. */
export type Triggers = (tokens: readonly Token[]) => number;

const triggering: ReadonlySet<Role> = new Set<Role>([
  ...(["staff", "persons", "anybody", "groups", "who", "departments", "genuine", "machines", "devices"] as const),
  ...(["requests", "requestsLast", "unclear"] as const),
]);
/** They say something only when they are all that is said. */
const triggeringAlone: ReadonlySet<Role> = new Set<Role>(["alone", "aloneUnclear"]);
const longestAlone = 8;

/** Words of these stand in nearly every message. */
const functional: ReadonlySet<Role> = new Set<Role>([
  ...(["glue", "articles", "polite", "me", "subject", "you", "object", "questions", "ability", "negators"] as const),
  ...(["wish", "exists", "hypothetical", "past"] as const),
]);

const stemLength = 3;

export function triggers(lexicons: readonly CompiledLexicon[]): Triggers {
  const words = new Map<string, number>();
  const alone = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  const stems: { readonly stem: string; readonly language: number }[] = [];
  let unspaced = 0;
  for (const [number, { entries, hasSpaces }] of lexicons.entries()) {
    const language = 1 << number;
    if (!hasSpaces) unspaced |= language;
    const common = functionWords(entries);
    for (const { phrase, role } of hasSpaces ? entries : []) {
      if (triggeringAlone.has(role)) for (const word of firstWords(phrase)) add(alone, word, language);
      if (!triggering.has(role)) continue;
      for (const [first, second] of isPair(phrase) ? pairsOf(phrase) : []) {
        add(pairs.get(first) ?? pairs.set(first, new Map()).get(first) ?? new Map(), second, language);
      }
      for (const word of isPair(phrase) ? [] : telling(phrase, common)) {
        if (word.endsWith("*")) stems.push({ stem: word.slice(0, -1), language });
        else add(words, word, language);
      }
    }
  }
  const byBeginning = Map.groupBy(stems, ({ stem }) => stem.slice(0, stemLength));
  const ofWord = (word: string, next: Token | undefined) => {
    let languages = words.get(word) ?? 0;
    const seconds = next && pairs.get(word);
    if (seconds) for (const second of [next.text, ...next.corrected]) languages |= seconds.get(second) ?? 0;
    for (const { stem, language } of byBeginning.get(word.slice(0, stemLength)) ?? none) {
      if (word.startsWith(stem)) languages |= language;
    }
    return unspaced !== 0 && hasUnspaced(word) ? languages | unspaced : languages;
  };
  return (tokens) => {
    let languages = 0;
    for (const [index, { text, corrected }] of tokens.entries()) {
      languages |= ofWord(text, tokens[index + 1]);
      for (const word of corrected) languages |= ofWord(word, tokens[index + 1]);
      if (tokens.length <= longestAlone) languages |= alone.get(text) ?? 0;
    }
    return languages;
  };
}

const none: readonly never[] = [];

function add(map: Map<string, number>, word: string, language: number): void {
  map.set(word, (map.get(word) ?? 0) | language);
}

function functionWords(entries: readonly Entry[]): ReadonlySet<string> {
  const single = entries.filter(({ phrase, role }) => phrase.length === 1 && functional.has(role));
  return new Set(single.flatMap(({ phrase }) => firstWords(phrase)));
}

function firstWords(phrase: Phrase): string[] {
  const firstNeeded = phrase.findIndex(({ isOptional }) => !isOptional);
  const parts = phrase.slice(0, firstNeeded + 1 || phrase.length);
  return parts.flatMap(({ alternatives }) => alternatives.map(([word = ""]) => word));
}

/** Two words, each alone perhaps a common one. */
function isPair(phrase: Phrase): boolean {
  const isPlain = ({ alternatives, isOptional }: Phrase[number]) =>
    !isOptional && alternatives.every((words) => words.length === 1 && !words[0]?.endsWith("*"));
  return phrase.length === 2 && phrase.every(isPlain);
}

function pairsOf([first, second]: Phrase): [string, string][] {
  const seconds = second?.alternatives.flat() ?? [];
  return (first?.alternatives.flat() ?? []).flatMap((word) => seconds.map((next): [string, string] => [word, next]));
}

/** As all of a phrase must be there, one part of it is enough to look for: the one with the longest and rarest words. */
function telling(phrase: Phrase, common: ReadonlySet<string>): string[] {
  const rank = (word: string) => word.length - (common.has(word) || word.length < 4 ? 100 : 0);
  const best = (words: readonly string[]) => words.reduce((one, other) => (rank(other) > rank(one) ? other : one), "");
  const needed = phrase.filter(({ isOptional }) => !isOptional);
  const parts = (needed.length > 0 ? needed : phrase).map(({ alternatives }) => alternatives.map(best));
  const least = (words: readonly string[]) => Math.min(...words.map(rank));
  if (needed.length === 0) return parts.flat();
  return parts.reduce((one, other) => (least(other) > least(one) ? other : one));
}
