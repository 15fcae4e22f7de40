/** How one language takes back that a person is wanted, because it has been solved or takes too long. Phrases between bars. */
export interface WithdrawalLexicon {
  readonly withdrawal: string;
  /** What may stand beside it: thanks, excuses. A word that is not listed makes it a message with a content of its own. */
  readonly glue: string;
}

export type WithdrawalKind = keyof WithdrawalLexicon;
