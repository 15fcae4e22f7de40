import type { Lexicon } from "../../phrase-grammar.ts";

/** Topics that a person should see, whatever the bot could answer. */
export type RiskTopic = "self-harm" | "threat" | "legal" | "privacy" | "fraud";

export type RiskLexicon = Lexicon<RiskTopic>;
