export interface KnowledgePage {
  readonly id: string;
  /** Quoted as the source. */
  readonly title: string;
  readonly markdown: string;
  /** Where customers can read it themselves; quoted beside the title. */
  readonly url?: string | null;
  /** Two letters, `de`. Without it: the language whose small words the page is full of, else English. */
  readonly language?: string;
}
