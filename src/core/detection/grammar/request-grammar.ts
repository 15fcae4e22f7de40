import type { Reading } from "../reading.ts";
import { type CompiledLexicon, compileLexicon } from "./compile-lexicon.ts";
import { letterTokens } from "./cut-letters.ts";
import { hearMessage } from "./hear-message.ts";
import type { RequestLexicon } from "./lexicon.ts";
import { languagesOfClause } from "./plausible.ts";
import { spelling } from "./spelling.ts";
import { toTokens } from "./to-tokens.ts";
import { toUnits } from "./to-units.ts";
import { triggers } from "./triggers.ts";
import type { Token } from "./unit.ts";
import { vocabulary } from "./vocabulary.ts";

export interface RequestFound {
  readonly verdict: "request" | "unclear";
  readonly start: number;
  readonly end: number;
}

export interface RequestOptions {
  readonly departmentsCount: boolean;
}

export type RequestGrammar = (reading: Reading, options: RequestOptions) => RequestFound | null;

/** Hears a request for a person in any of these languages, 31 at most. */
export function requestGrammar(written: readonly RequestLexicon[]): RequestGrammar {
  const lexicons = written.map(compileLexicon);
  const words = vocabulary(lexicons);
  const correct = spelling(words);
  const languagesOf = triggers(lexicons);
  const unspaced = lexicons.reduce((bits, { hasSpaces }, number) => (hasSpaces ? bits : bits | (1 << number)), 0);
  const possibleIn = (tokens: readonly Token[]) => {
    const triggered = languagesOf(tokens);
    return triggered === 0 ? 0 : triggered & (languagesOfClause(tokens, words).plausible | unspaced);
  };
  return (reading, options) => {
    const clauses = reading.clauses
      .filter(({ isQuoted }) => !isQuoted)
      .map(({ words: clause, ending }) => ({ tokens: toTokens(clause, words, correct), ending }));
    const languages = clauses.reduce((all, { tokens }) => all | possibleIn(tokens), 0);
    const views = lexicons
      .filter((_, number) => (languages & (1 << number)) !== 0)
      .map((lexicon) => ({
        wholes: lexicon.wholes,
        clauses: clauses.map(({ tokens, ending }) => ({ units: toUnits(cutFor(lexicon, tokens), lexicon), ending })),
      }));
    return hearMessage(views, options);
  };
}

function cutFor(lexicon: CompiledLexicon, tokens: readonly Token[]): readonly Token[] {
  return lexicon.hasSpaces ? tokens : letterTokens(tokens);
}
