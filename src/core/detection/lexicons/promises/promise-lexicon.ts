import type { Lexicon } from "../../phrase-grammar.ts";

/**
 * How a bot says that a person will come, in one language. What is looked for are statements ("I am connecting you"),
 * in the forms of the verb that state; "I can connect you" and "to connect" are other forms and are not listed.
 */
export type PromiseKind =
  /** A promise by itself. */
  | "promise"
  /** A promise when a `team` stands in the same sentence. */
  | "passing"
  /** Passing when an `opening` stands before it in the clause: "habe … weitergeleitet". */
  | "closing"
  | "opening"
  /** A promise even in a question: "Could you wait while I connect you?" */
  | "held"
  /** Who comes. */
  | "team"
  /** Makes an offer, a condition or a question of the whole sentence. */
  | "offer"
  /** Near a promise, denies it. */
  | "denial"
  /** In the clause of a promise, says that it is about somebody or something else: the courier, the refund. */
  | "matter";

export type PromiseLexicon = Lexicon<PromiseKind>;
