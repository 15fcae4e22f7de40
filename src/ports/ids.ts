/** Ids for what has none of its own: never for effects and messages, whose ids are derived. */
export interface Ids {
  /** `{prefix}_{sortable random}`. */
  next(prefix: string): string;
}
