/**
 * What gives a language away in a short message, as words with spaces between. Accents may be written: they are
 * removed, as they are from what customers type. A word may stand in several languages and then says less of each.
 */
export interface LanguageWords {
  /** What sentences are built with, and the forms of chat. Says nothing of what a sentence is about. */
  readonly frame: string;
  /** What customers write about; an ending `*` stands for every ending. */
  readonly subjects: string;
  /** Greetings, thanks and sayings: known to many who do not speak the language. */
  readonly greetings: string;
  /** Ends of longer words which are found in none of these lists. */
  readonly endings: string;
}
