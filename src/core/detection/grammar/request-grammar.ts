import type { Steps } from "../in-steps.ts";
import type { Reading } from "../reading.ts";
import { breakAtSpaces } from "./break-at-spaces.ts";
import { type CompiledLexicon, compileLexicon } from "./compile-lexicon.ts";
import { letterTokens } from "./cut-letters.ts";
import { type ClauseView, hearMessage } from "./hear-message.ts";
import type { RequestLexicon } from "./lexicon.ts";
import { languagesOfClause } from "./plausible.ts";
import { spelling } from "./spelling.ts";
import { toTokens } from "./to-tokens.ts";
import { toUnits } from "./to-units.ts";
import { triggers } from "./triggers.ts";
import { has, type Token, type Unit } from "./unit.ts";
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

const anyLanguage = -1;

/** Hears a request for a person in any of these languages, 31 at most. */
export function* requestGrammar(written: readonly RequestLexicon[]): Steps<RequestGrammar> {
  const lexicons: CompiledLexicon[] = [];
  for (const lexicon of written) {
    lexicons.push(compileLexicon(lexicon));
    yield;
  }
  const words = yield* vocabulary(lexicons);
  const correct = spelling(words);
  yield;
  const languagesOf = yield* triggers(lexicons);
  const unspaced = lexicons.reduce((bits, { hasSpaces }, number) => (hasSpaces ? bits : bits | (1 << number)), 0);
  const possibleIn = (tokens: readonly Token[]) => {
    const triggered = languagesOf(tokens);
    if (triggered === 0) return 0;
    const { plausible, leading } = languagesOfClause(tokens, words);
    const possible = triggered & (plausible | unspaced);
    // What the language of the clause makes of it counts as well: "no agent please".
    return possible === 0 || leading === anyLanguage ? possible : possible | leading;
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
        clauses: clauses.map(({ tokens, ending }) => viewOf(cutFor(lexicon, tokens), ending, lexicon)),
      }));
    return hearMessage(views, options);
  };
}

function viewOf(tokens: readonly Token[], ending: string, lexicon: CompiledLexicon): ClauseView {
  const units = toUnits(tokens, lexicon);
  if (!lexicon.hasSpaces) return { units: breakAtSpaces(units), ending };
  const inParts = () =>
    units.some((_, at) => mayMeanMore(units, at)) ? toUnits(tokens, { ...lexicon, phrases: lexicon.parts }) : null;
  return { units, ending, inParts };
}

/** "Can you call me" with "back" behind it, "leiten Sie mich weiter" with "an": it is not all that is said. */
function mayMeanMore(units: readonly Unit[], at: number): boolean {
  return has(units[at], "unclear") || (has(units[at], "requestsLast") && has(units[at + 1], "glue"));
}

function cutFor(lexicon: CompiledLexicon, tokens: readonly Token[]): readonly Token[] {
  return lexicon.hasSpaces ? tokens : letterTokens(tokens);
}
