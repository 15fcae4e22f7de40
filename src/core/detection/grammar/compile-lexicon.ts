import { cutLetters } from "./cut-letters.ts";
import type { RequestLexicon, Role } from "./lexicon.ts";
import { type Part, type Phrase, parseEntries, sequencesOf } from "./parse-entries.ts";
import { type Entry, type PhraseTree, phraseTree } from "./phrase-tree.ts";
import { type Wholes, wholesFrom } from "./wholes.ts";

/** A lexicon in the form in which it is looked up. */
export interface CompiledLexicon {
  readonly language: string;
  readonly hasSpaces: boolean;
  readonly phrases: PhraseTree;
  /** The same without whole phrases, which take words away that may mean more. */
  readonly parts: PhraseTree;
  /** What takes no words away: it turns a target right before it, or asks for a name behind it. */
  readonly behind: PhraseTree;
  readonly wholes: Wholes;
  readonly entries: readonly Entry[];
}

const wholeRoles: ReadonlySet<Role> = new Set<Role>(["alone", "aloneUnclear", "declines"]);
const apart: ReadonlySet<Role> = new Set<Role>([...wholeRoles, "strangersAfter", "speaking", "notTypos"]);
const takesWords: ReadonlySet<Role> = new Set<Role>(["unclear", "requestsLast"]);
const prefixedRoles: ReadonlySet<Role> = new Set<Role>([
  ...(["staff", "persons", "groups", "trades", "departments", "help", "genuine"] as const),
]);

export function compileLexicon(lexicon: RequestLexicon): CompiledLexicon {
  const { language, hasSpaces } = lexicon;
  const written = entriesOf(lexicon);
  const entries = [...written, ...withSubjects(written)];
  const main = entries.filter(({ role }) => !apart.has(role));
  return {
    language,
    hasSpaces,
    phrases: phraseTree(main),
    parts: phraseTree(main.filter(({ role }) => !takesWords.has(role))),
    behind: phraseTree(entries.filter(({ role }) => role === "strangersAfter" || role === "speaking")),
    wholes: wholesFrom(entries.filter(({ role }) => wholeRoles.has(role))),
    entries,
  };
}

function entriesOf({ hasSpaces, prefixes, roles }: RequestLexicon): Entry[] {
  const prefixed = prefixes ? parseEntries(prefixes).flatMap(sequencesOf).flat() : [];
  const parts = new Map<string, Part>();
  return (Object.entries(roles) as [Role, string][]).flatMap(([role, written]) =>
    parseEntries(written, parts).map((phrase) => {
      if (!hasSpaces) return { role, phrase: inLetters(phrase) };
      return { role, phrase: prefixedRoles.has(role) ? withPrefixes(phrase, prefixed) : phrase };
    }),
  );
}

const asking: ReadonlySet<Role> = new Set<Role>(["wish", "talk", "reach"]);

/** Where the phrase says itself who speaks, a sentence begins with it: "i'd like", "brauche ich". */
function withSubjects(entries: readonly Entry[]): Entry[] {
  const own = entries.filter(({ phrase, role }) => role === "subject" && phrase.length === 1);
  const subjects = new Set(own.flatMap(({ phrase }) => phrase.flatMap(({ alternatives }) => alternatives.map(textOf))));
  const names = ({ alternatives, isOptional }: Part) =>
    !isOptional && alternatives.every((words) => words.some((word) => subjects.has(word)));
  return entries
    .filter(({ phrase, role }) => asking.has(role) && phrase.length > 1 && phrase.some(names))
    .map(({ phrase }) => ({ role: "subject", phrase }));
}

function textOf(words: readonly string[]): string {
  return words.join(" ");
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
