/** How one language thanks, agrees and takes its leave when nothing more is wanted. Phrases between bars. */
export interface CourtesyLexicon {
  readonly courtesy: string;
  /** What may stand beside it: "for your help", "you too". */
  readonly glue: string;
}

export type CourtesyKind = keyof CourtesyLexicon;
