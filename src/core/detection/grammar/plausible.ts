import type { Vocabulary } from "./vocabulary.ts";

/** A language that knows fewer than this share of the words that another one knows is not the clause's. */
const leastShare = 0.6;
/** So many words must be known before anything follows from it. */
const leastWords = 2;

/** In which languages the clause can be written, as bits: "on" and "chat" are words of many. */
export function plausibleLanguages(words: readonly { readonly text: string }[], vocabulary: Vocabulary): number {
  return languagesKnowing(words, vocabulary, leastShare);
}

/** A language that knows about as many of them as the one that knows most. */
const leadingShare = 0.8;

/** Those that know most of it. */
export function leadingLanguages(words: readonly { readonly text: string }[], vocabulary: Vocabulary): number {
  return languagesKnowing(words, vocabulary, leadingShare);
}

function languagesKnowing(
  words: readonly { readonly text: string }[],
  { languagesOf }: Vocabulary,
  share: number,
): number {
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
  if (most < leastWords) return -1;
  let plausible = 0;
  for (const [number, count] of counts.entries()) if ((count ?? 0) >= most * share) plausible |= 1 << number;
  return plausible;
}
