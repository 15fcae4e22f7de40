import type { Lexicon } from "../../phrase-grammar.ts";

/**
 * - `unhappy` is enough: a verdict on us, a feeling about us, repetition held against us.
 * - `trouble` (a long wait, something that still fails) and `mood` (curses, sighs) also stand in ordinary questions, so
 *   they only count together.
 */
export type FrustrationKind = "unhappy" | "trouble" | "mood";

export type FrustrationLexicon = Lexicon<FrustrationKind>;
