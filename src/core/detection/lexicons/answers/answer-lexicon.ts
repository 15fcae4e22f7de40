/**
 * The words with which one language answers "Would you like to talk to a person from our team, or keep going with
 * me?". Phrases between bars. An answer is understood when these words cover it, so `glue` lists what else stands in
 * answers; a word that is not listed makes it a message with a content of its own.
 */
export interface AnswerLexicon {
  /** Yes, and to this question. */
  readonly yes: string;
  /** Agrees, and is said to many things. */
  readonly agree: string;
  /** No, as a word by itself. A word that also negates stands in `not` too. */
  readonly no: string;
  readonly not: string;
  /** No, and to this question. */
  readonly decline: string;
  readonly person: string;
  readonly bot: string;
  readonly glue: string;
  /** What begins a new thought. */
  readonly but: string;
}

export type AnswerKind = keyof AnswerLexicon;
