import { inSteps } from "../in-steps.ts";
import { frustrationLexicons } from "../lexicons/frustration/index.ts";
import { insultLexicons } from "../lexicons/insult/index.ts";
import { riskLexicons } from "../lexicons/risk/index.ts";
import { type Lexicon, patternsOf } from "../phrase-grammar.ts";
import { type Pattern, patternIndexOf } from "../phrase-index.ts";
import type { Found } from "../phrase-search.ts";
import type { Reading } from "../reading.ts";

const lexicons = { frustration: frustrationLexicons, insult: insultLexicons, risk: riskLexicons };

type Source = keyof typeof lexicons;
type Kind<S extends Source> = (typeof lexicons)[S][number] extends Lexicon<infer K> ? K : never;

export type FoundMood<S extends Source> = Omit<Found, "id"> & { readonly kind: Kind<S> };

/** Made when it is first needed: it takes longer than some platforms let a program start. */
const index = inSteps(() => patternIndexOf(eachLexicon(), { staysInClause: true }));

export const prepareMoods = index.prepare;

function* eachLexicon(): Generator<readonly Pattern[], void> {
  for (const [source, ofLanguages] of Object.entries<readonly Lexicon<string>[]>(lexicons)) {
    for (const lexicon of ofLanguages) {
      yield patternsOf(lexicon).map(({ id, parts }) => ({ id: `${source} ${id}`, parts }));
    }
  }
}

/** Several signals ask about the same message one after the other; it is searched once. */
const searched = new WeakMap<Reading, readonly Found[]>();

/** What the lexicons of one source list, without what their harmless phrases take away. */
export function findMood<S extends Source>(reading: Reading, source: S): readonly FoundMood<S>[] {
  const all = search(reading).filter(({ id }) => id.startsWith(source));
  const harmless = all.filter(({ id }) => id === `${source} unless`);
  return all
    .filter((found) => !harmless.some((other) => overlap(found, other)))
    .map(({ id, ...place }) => ({ ...place, kind: id.slice(source.length + 1) as Kind<S> }));
}

function search(reading: Reading): readonly Found[] {
  const known = searched.get(reading);
  if (known) return known;
  const found = index.get().find(reading);
  searched.set(reading, found);
  return found;
}

function overlap(one: Found, other: Found): boolean {
  return one.start < other.end && other.start < one.end;
}
