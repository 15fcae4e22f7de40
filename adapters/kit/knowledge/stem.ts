/**
 * Cuts endings so that "orders", "ordered" and "ordering" meet in "order". Light on purpose: two forms that do not
 * meet are still found by their beginning, and two words that meet wrongly are not told apart again.
 */
export type Stem = (word: string) => string;

export const stemEnglish: Stem = (word) => {
  if (word.length < 4) return word;
  const base = word
    .replace(/ies$/, "y")
    .replace(/(s|x|ch|sh)es$/, "$1")
    .replace(/([^s])s$/, "$1");
  const cut = base.replace(/(?<=[a-z]{3})(ing|ed|ment)$/, "");
  const undoubled = cut === base ? cut : cut.replace(/([bdgmnprt])\1$/, "$1");
  return undoubled.replace(/(?<=[a-z]{3})e$/, "");
};

/** The longest ending that leaves four letters, as often as the language stacks them. */
export function endingCutter(endings: string, { times = 1 }: { readonly times?: number } = {}): Stem {
  const longestFirst = endings.split(" ").sort((one, other) => other.length - one.length);
  const minStem = 4;
  return (word) => {
    let stem = word;
    for (let cut = 0; cut < times; cut++) {
      const ending = longestFirst.find((end) => stem.endsWith(end) && stem.length - end.length >= minStem);
      if (ending === undefined) break;
      stem = stem.slice(0, -ending.length);
    }
    return stem.replace(/([bdfgklmnprst])\1$/, "$1");
  };
}

/** Arabic puts its article and small words in front, and whose it is behind the plural. */
export const stemArabic: Stem = (word) => {
  const bare = word.replace(/^(?:وال|بال|كال|فال|لل|ال)(?=.{3})/u, "");
  return bare.replace(arabicEnding, "").replace(arabicEnding, "");
};

const arabicEnding = /(?<=.{3})(?:ات|ون|ين|ها|هم|كم|نا|ية|ه|ة|ي)$/u;
