import type { Steps } from "../in-steps.ts";
import type { CompiledLexicon } from "./compile-lexicon.ts";
import type { Role } from "./lexicon.ts";
import type { Entry } from "./phrase-tree.ts";
import { createRecentWords, type Remember } from "./recent-words.ts";

/** Every word of the languages that put spaces between them; languages are bits of a number. */
export interface Vocabulary {
  /** In which languages this is a word; 0 in none. */
  languagesOf(word: string): number;
  /** In which languages it can be, or be part of, who is asked for. */
  targetLanguagesOf(word: string): number;
  /** Whether such a word, if it is no short one, may begin somewhere within this word. */
  mayHoldTarget(word: string): boolean;
  /** What was found of long words that are none: the words that were run together in them. */
  readonly recentlyParted: Remember<readonly string[] | null>;
  /** The words in which typing errors are understood: they are long, and few. */
  readonly contentWords: readonly string[];
}

const targetRoles: ReadonlySet<Role> = new Set<Role>(["staff", "persons", "anybody", "departments", "genuine"]);
const verbRoles: ReadonlySet<Role> = new Set<Role>(["help", "machines", "talk", "reach", "call", "talking", "wish"]);

const beginningLength = 4;

export function* vocabulary(lexicons: readonly CompiledLexicon[]): Steps<Vocabulary> {
  const all = new Map<string, number>();
  const targets = new Map<string, number>();
  const content = new Set<string>();
  for (const [number, { entries, hasSpaces }] of lexicons.entries()) {
    const language = 1 << number;
    for (const entry of hasSpaces ? entries : []) {
      const isTarget = targetRoles.has(entry.role);
      const isContent = holdsContent(entry);
      forEachWord(entry, (word) => {
        mark(all, word, language);
        if (isTarget) mark(targets, word, language);
        if (isContent) content.add(word);
      });
    }
    yield;
  }
  const beginnings = new Set(targets.keys().map((word) => word.slice(0, beginningLength)));
  return {
    mayHoldTarget: (word) => holdsOneOf(word, beginnings),
    languagesOf: (word) => all.get(word) ?? 0,
    targetLanguagesOf: (word) => targets.get(word) ?? 0,
    recentlyParted: createRecentWords(),
    contentWords: [...content],
  };
}

function holdsOneOf(word: string, beginnings: ReadonlySet<string>): boolean {
  for (let at = 0; at + beginningLength <= word.length; at++) {
    if (beginnings.has(word.slice(at, at + beginningLength))) return true;
  }
  return false;
}

function mark(languagesByWord: Map<string, number>, word: string, language: number): void {
  const known = languagesByWord.get(word) ?? 0;
  if ((known & language) === 0) languagesByWord.set(word, known | language);
}

function forEachWord({ phrase }: Entry, use: (word: string) => void): void {
  for (const { alternatives } of phrase) {
    for (const words of alternatives) for (const word of words) if (!word.endsWith("*")) use(word);
  }
}

/** In "customer service" each word matters; phrases around a verb are full of words that are none of ours. */
function holdsContent({ phrase, role }: Entry): boolean {
  return targetRoles.has(role) || (phrase.length === 1 && verbRoles.has(role));
}
