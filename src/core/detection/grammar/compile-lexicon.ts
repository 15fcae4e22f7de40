import { cutLetters } from "./cut-letters.ts";
import type { RequestLexicon, Role } from "./lexicon.ts";
import { type Part, type Phrase, parseEntries, sequencesOf } from "./parse-entries.ts";
import { type Entry, type PhraseTree, phraseTree } from "./phrase-tree.ts";

/** A lexicon in the form in which it is looked up. */
export interface CompiledLexicon {
  readonly language: string;
  readonly hasSpaces: boolean;
  readonly phrases: PhraseTree;
  /** What turns a target when it stands right behind it. */
  readonly behind: PhraseTree;
  /** What says something as a whole message or clause, its words written together. */
  readonly wholes: ReadonlyMap<string, ReadonlySet<Role>>;
  readonly entries: readonly Entry[];
}

const wholeRoles: ReadonlySet<Role> = new Set<Role>(["alone", "aloneUnclear", "declines"]);
const apart: ReadonlySet<Role> = new Set<Role>([...wholeRoles, "strangersAfter", "notTypos"]);
const prefixedRoles: ReadonlySet<Role> = new Set<Role>([
  ...(["staff", "persons", "groups", "departments", "help", "genuine"] as const),
]);

export function compileLexicon(lexicon: RequestLexicon): CompiledLexicon {
  const { language, hasSpaces } = lexicon;
  const entries = entriesOf(lexicon);
  const main = entries.filter(({ role }) => !apart.has(role));
  return {
    language,
    hasSpaces,
    phrases: phraseTree(main),
    behind: phraseTree(entries.filter(({ role }) => role === "strangersAfter")),
    wholes: wholesOf(entries.filter(({ role }) => wholeRoles.has(role))),
    entries,
  };
}

function entriesOf({ hasSpaces, prefixes, roles }: RequestLexicon): Entry[] {
  const prefixed = prefixes ? parseEntries(prefixes).flatMap(sequencesOf).flat() : [];
  return (Object.entries(roles) as [Role, string][]).flatMap(([role, written]) =>
    parseEntries(written).map((phrase) => {
      if (!hasSpaces) return { role, phrase: inLetters(phrase) };
      return { role, phrase: prefixedRoles.has(role) ? withPrefixes(phrase, prefixed) : phrase };
    }),
  );
}

/** Where no spaces show the words, letters take their place. */
function inLetters(phrase: Phrase): Phrase {
  return phrase.map(({ alternatives, isOptional }) => ({
    alternatives: alternatives.map((words) => cutLetters(words.join(""))),
    isOptional,
  }));
}

function withPrefixes([first, ...others]: Phrase, prefixes: readonly string[]): Phrase {
  if (!first) return [];
  return [{ ...first, alternatives: ["", ...prefixes].flatMap((prefix) => withPrefix(first, prefix)) }, ...others];
}

function withPrefix({ alternatives }: Part, prefix: string): string[][] {
  return alternatives.map(([word = "", ...rest]) => [prefix + word, ...rest]);
}

function wholesOf(entries: readonly Entry[]): Map<string, Set<Role>> {
  const wholes = new Map<string, Set<Role>>();
  for (const { phrase, role } of entries) {
    for (const words of sequencesOf(phrase)) {
      const text = words.join("");
      wholes.set(text, (wholes.get(text) ?? new Set()).add(role));
    }
  }
  return wholes;
}
