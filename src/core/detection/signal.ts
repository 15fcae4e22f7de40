/** One piece of evidence that a person is needed, with where the words are that show it. */
export interface Signal {
  readonly id: SignalId;
  /** In UTF-16 units of the message; 0 and 0 when it is not about words. */
  readonly start: number;
  readonly end: number;
  /** What exactly, where one signal has several kinds: the phrase's or topic's id. Never the customer's words (I15). */
  readonly detail?: string;
}

/** Every way we learn that a person may be needed. Names on the wire: rules and reports use them. */
export type SignalId =
  /** Asks for a person. */
  | "explicit-request"
  /** May be asking for one: "agent", "how do I contact support". */
  | "unclear-request"
  /** The permanent button or command. */
  | "person-button"
  /** A phrase or keyword of the lead's; `detail` is its id. */
  | "phrase"
  /** An intent that the bot recognised and the lead named; `detail` is its name. */
  | "intent"
  /** The bot says that it cannot help with this, found nothing or is unsure. */
  | "unsupported-topic"
  | "frustration"
  | "insult"
  /** The customer says the same for the third time. */
  | "customer-repeats"
  /** The bot says the same for the third time. */
  | "bot-repeats"
  | "failed-attempts"
  | "turn-budget"
  /** Error, time-out, empty, refusal, overload; `detail` says which. */
  | "bot-failed"
  /** The bot asks for a person itself. */
  | "bot-proposed"
  /** The bot told the customer that somebody would come, and had asked nobody. */
  | "broken-promise"
  /** Somebody else writes into the conversation. */
  | "participant"
  /** An outside workflow says so; `detail` is its flag. */
  | "flag"
  /** A message the bot cannot read; `detail` is its kind. */
  | "unreadable-message"
  | "self-harm"
  | "threat"
  | "legal"
  | "privacy"
  | "fraud";
