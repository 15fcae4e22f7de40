import type { Vocabulary } from "./vocabulary.ts";

export interface Languages {
  /** Those the clause can be written in, as bits: "on" and "chat" are words of many. */
  readonly plausible: number;
  /** Those that know about as many of its words as the one that knows most. */
  readonly leading: number;
}

/** A language that knows fewer than this share of the words that another one knows is not the clause's. */
const leastShare = 0.6;
const leadingShare = 0.8;
/** So many words must be known before anything follows from it. */
const leastWords = 2;
const any: Languages = { plausible: -1, leading: -1 };

export function languagesOfClause(words: readonly { readonly text: string }[], { languagesOf }: Vocabulary): Languages {
  const counts: number[] = [];
  let most = 0;
  for (const { text } of words) {
    for (let languages = languagesOf(text); languages !== 0; languages &= languages - 1) {
      const number = 31 - Math.clz32(languages & -languages);
      const count = (counts[number] ?? 0) + 1;
      counts[number] = count;
      if (count > most) most = count;
    }
  }
  if (most < leastWords) return any;
  let [plausible, leading] = [0, 0];
  for (let number = 0; number < counts.length; number++) {
    const count = counts[number] ?? 0;
    if (count >= most * leastShare) plausible |= 1 << number;
    if (count >= most * leadingShare) leading |= 1 << number;
  }
  return { plausible, leading };
}
