import type { CompiledLexicon } from "./compile-lexicon.ts";
import type { Role } from "./lexicon.ts";
import type { Entry } from "./phrase-tree.ts";

/** Every word of the languages that put spaces between them; languages are bits of a number. */
export interface Vocabulary {
  /** In which languages this is a word; 0 in none. */
  languagesOf(word: string): number;
  /** In which languages it can be, or be part of, who is asked for. */
  targetLanguagesOf(word: string): number;
  /** Whether such a word, if it is no short one, may begin somewhere within this word. */
  mayHoldTarget(word: string): boolean;
  /** The words in which typing errors are understood: they are long, and few. */
  readonly contentWords: readonly string[];
}

const targetRoles: ReadonlySet<Role> = new Set<Role>(["staff", "persons", "anybody", "departments", "genuine"]);
const verbRoles: ReadonlySet<Role> = new Set<Role>(["help", "machines", "talk", "reach", "call", "talking", "wish"]);

const beginningLength = 4;

export function vocabulary(lexicons: readonly CompiledLexicon[]): Vocabulary {
  const all = new Map<string, number>();
  const targets = new Map<string, number>();
  const content = new Set<string>();
  for (const [number, { entries, hasSpaces }] of lexicons.entries()) {
    const mark = (map: Map<string, number>, word: string) => map.set(word, (map.get(word) ?? 0) | (1 << number));
    for (const entry of hasSpaces ? entries : []) {
      const words = plainWords(entry);
      for (const word of words) mark(all, word);
      if (targetRoles.has(entry.role)) for (const word of words) mark(targets, word);
      if (isContent(entry)) for (const word of words) content.add(word);
    }
  }
  const beginnings = new Set(targets.keys().map((word) => word.slice(0, beginningLength)));
  return {
    mayHoldTarget: (word) => holdsOneOf(word, beginnings),
    languagesOf: (word) => all.get(word) ?? 0,
    targetLanguagesOf: (word) => targets.get(word) ?? 0,
    contentWords: [...content],
  };
}

function holdsOneOf(word: string, beginnings: ReadonlySet<string>): boolean {
  for (let at = 0; at + beginningLength <= word.length; at++) {
    if (beginnings.has(word.slice(at, at + beginningLength))) return true;
  }
  return false;
}

function plainWords({ phrase }: Entry): string[] {
  return phrase.flatMap(({ alternatives }) => alternatives.flat()).filter((word) => !word.endsWith("*"));
}

/** In "customer service" each word matters; phrases around a verb are full of words that are none of ours. */
function isContent({ phrase, role }: Entry): boolean {
  return targetRoles.has(role) || (phrase.length === 1 && verbRoles.has(role));
}
