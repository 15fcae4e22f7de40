/** What customers answer with by a button: to the offer of a person, while they wait for one, and how it was. */
export const choiceIds = [
  ...(["person", "bot", "wait-here", "wait-later", "wait-email", "wait-cancel"] as const),
  ...(["rating-1", "rating-2", "rating-3", "rating-4", "rating-5"] as const),
] as const;
