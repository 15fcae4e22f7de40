import type { Lexicon } from "../../phrase-grammar.ts";

/** Words that are insults wherever they stand, and words that are when said of the bot, the company or its people. */
export type InsultLexicon = Lexicon<"insult">;
