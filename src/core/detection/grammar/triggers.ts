import type { Steps } from "../in-steps.ts";
import type { CompiledLexicon } from "./compile-lexicon.ts";
import { hasUnspaced } from "./cut-letters.ts";
import type { Role } from "./lexicon.ts";
import { needsOf, type RarityOf } from "./needs-of.ts";
import type { Phrase } from "./parse-entries.ts";
import type { Entry } from "./phrase-tree.ts";
import type { Token } from "./unit.ts";

/** In which languages something could be found; languages are bits of a number. Most messages are not looked at further. */
export type Triggers = (tokens: readonly Token[]) => number;

const triggering: ReadonlySet<Role> = new Set<Role>([
  ...(["staff", "persons", "anybody", "groups", "trades", "titles", "speaking", "who", "departments"] as const),
  ...(["genuine", "machines", "devices", "requests", "requestsLast", "unclear"] as const),
]);
/** They say something only when they are all that is said. */
const triggeringAlone: ReadonlySet<Role> = new Set<Role>(["alone", "aloneUnclear"]);
const longestAlone = 8;

/** Words of these stand in nearly every message. */
const functionalRoles: ReadonlySet<Role> = new Set<Role>([
  ...(["glue", "articles", "polite", "me", "subject", "you", "object", "questions", "ability", "negators"] as const),
  ...(["wish", "exists", "hypothetical", "past", "strangers"] as const),
]);
const shortestRare = 4;

const stemLength = 3;

export function* triggers(lexicons: readonly CompiledLexicon[]): Steps<Triggers> {
  const words = new Map<string, number>();
  const alone = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  const stems: { readonly stem: string; readonly language: number }[] = [];
  let unspaced = 0;
  for (const [number, { entries, hasSpaces }] of lexicons.entries()) {
    const language = 1 << number;
    if (!hasSpaces) unspaced |= language;
    const rarityOf = raritiesIn(entries);
    for (const { phrase, role } of hasSpaces ? entries : []) {
      if (triggeringAlone.has(role)) for (const word of firstWords(phrase)) add(alone, word, language);
      if (!triggering.has(role)) continue;
      for (const [first, second] of needsOf(phrase, rarityOf)) {
        if (second !== undefined)
          add(pairs.get(first) ?? pairs.set(first, new Map()).get(first) ?? new Map(), second, language);
        else if (first.endsWith("*")) stems.push({ stem: first.slice(0, -1), language });
        else add(words, first, language);
      }
    }
    yield;
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

/** Words that say something else by themselves are common, those that join a sentence together the most. */
function raritiesIn(entries: readonly Entry[]): RarityOf {
  const common = new Set<string>();
  const functional = new Set<string>();
  for (const { phrase, role } of entries) {
    if (phrase.length > 1 || triggering.has(role)) continue;
    const words = functionalRoles.has(role) ? functional : common;
    for (const { alternatives } of phrase) for (const [word = ""] of alternatives) words.add(word);
  }
  return (word) => (functional.has(word) ? 0 : common.has(word) || word.length < shortestRare ? 1 : 2);
}

function firstWords(phrase: Phrase): string[] {
  const firstNeeded = phrase.findIndex(({ isOptional }) => !isOptional);
  const parts = phrase.slice(0, firstNeeded + 1 || phrase.length);
  return parts.flatMap(({ alternatives }) => alternatives.map(([word = ""]) => word));
}
