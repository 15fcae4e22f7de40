/** One piece of evidence that a person is needed, with where the words are that show it. */
export interface Signal {
  readonly id: "explicit-request";
  readonly start: number;
  readonly end: number;
}
