import { patternsOf } from "../phrase-grammar.ts";
import { createPatternIndex, type Pattern } from "../phrase-index.ts";
import type { Found } from "../phrase-search.ts";
import type { Clause, Reading } from "../reading.ts";
import { onFirstUse } from "./on-first-use.ts";

/**
 * Whether the words of one language, sorted by kind, cover a short message: "no thanks, keep going" is all answer, in
 * "no thanks, the app" a word is left over. Longest phrases first.
 */
export interface CoveredClause<Kind> {
  readonly clause: Clause;
  /** What stands there one behind the other, up to the first word that is in no list. */
  readonly phrases: readonly ReadonlySet<Kind>[];
  readonly isWhole: boolean;
  /** Everything that stands anywhere in it. */
  readonly kinds: ReadonlySet<Kind>;
}

/** Per language, for those whose words the message begins with. */
export type Covered<Kind> = readonly (readonly CoveredClause<Kind>[])[];

/** By language, then by kind, phrases between bars. */
export type CoverLexicons<Kind extends string> = Readonly<Record<string, Readonly<Record<Kind, string>>>>;

export function createCover<Kind extends string>(lexicons: CoverLexicons<Kind>): (reading: Reading) => Covered<Kind> {
  const index = onFirstUse(() => createPatternIndex(patternsIn(lexicons), { staysInClause: true }));
  return (reading) => {
    const byLanguage = Map.groupBy(index().find(reading), ({ id }) => id.slice(0, id.indexOf(" ")));
    const starts = letterStarts(reading);
    return [...byLanguage.values()]
      .filter((found) => found.some(({ start }) => start === starts[0]))
      .map((found) => coverClauses<Kind>(reading, found, starts));
  };
}

function patternsIn<Kind extends string>(lexicons: CoverLexicons<Kind>): Pattern[] {
  return Object.entries(lexicons).flatMap(([language, lexicon]) =>
    patternsOf({ sets: {}, phrases: listed(lexicon), unless: [] }).map(({ id, parts }) => ({
      id: `${language} ${id}`,
      parts,
    })),
  );
}

function listed<Kind extends string>(lexicon: Readonly<Record<Kind, string>>): Record<Kind, readonly string[]> {
  const kinds = Object.entries<string>(lexicon).map(([kind, written]) => [kind, phrasesOf(written)]);
  return Object.fromEntries(kinds) as Record<Kind, readonly string[]>;
}

function phrasesOf(written: string): readonly string[] {
  return written.split("|").map((phrase) => phrase.trim().replace(/\s+/g, " "));
}

/** Where a phrase may begin: at words, and at every letter where words are not divided. */
function letterStarts({ plain: { text, offsets } }: Reading): readonly number[] {
  return offsets.filter((offset, unit) => text[unit] !== " " && offset !== offsets[unit - 1]);
}

function coverClauses<Kind extends string>(
  { clauses }: Reading,
  found: readonly Found[],
  starts: readonly number[],
): readonly CoveredClause<Kind>[] {
  const kindOf = ({ id }: Found) => id.slice(id.indexOf(" ") + 1) as Kind;
  const byStart = Map.groupBy(found, ({ start }) => start);
  let place = 0;
  return clauses.map((clause) => {
    const [from, to] = [clause.words[0]?.start ?? 0, clause.words.at(-1)?.end ?? 0];
    const phrases: ReadonlySet<Kind>[] = [];
    while ((starts[place] ?? Number.POSITIVE_INFINITY) < from) place++;
    let isWhole = true;
    for (let start = starts[place]; start !== undefined && start < to; start = starts[place]) {
      const longest = longestOf(byStart.get(start) ?? []);
      const end = longest[0]?.end;
      if (end === undefined) {
        isWhole = false;
        break;
      }
      phrases.push(new Set(longest.map(kindOf)));
      while ((starts[place] ?? Number.POSITIVE_INFINITY) < end) place++;
    }
    const kinds = new Set(found.filter((other) => other.clause === clause).map(kindOf));
    return { clause, phrases, isWhole, kinds };
  });
}

function longestOf(found: readonly Found[]): readonly Found[] {
  const end = Math.max(...found.map((one) => one.end));
  return found.filter((one) => one.end === end);
}
