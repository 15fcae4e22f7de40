import type { Vocabulary } from "./vocabulary.ts";

const shortest = 8;
const longest = 40;
const longestPart = 16;

/** The only words of one letter. */
const singles = new Set(["a", "i", "2"]);

interface Way {
  readonly parts: readonly string[];
  /** In which all parts are words. */
  readonly languages: number;
}

/** The words of "talktoahuman"; null when it is not made of words of one language, one of them a person. */
export function splitJoined(word: string, languages: number, vocabulary: Vocabulary): readonly string[] | null {
  if (word.length < shortest || word.length > longest || !vocabulary.mayHoldTarget(word)) return null;
  const ways: (Way | null)[] = [{ parts: [], languages }];
  for (let end = 1; end <= word.length; end++) ways[end] = wayTo(word, end, ways, vocabulary);
  const way = ways[word.length] ?? null;
  if (way === null || way.parts.length < 2) return null;
  const hasTarget = way.parts.some((part) => (vocabulary.targetLanguagesOf(part) & way.languages) !== 0);
  return hasTarget ? way.parts : null;
}

/** With the longest words: "another" rather than "an", "other". */
function wayTo(word: string, end: number, ways: readonly (Way | null)[], { languagesOf }: Vocabulary): Way | null {
  for (let start = Math.max(0, end - longestPart); start < end; start++) {
    const before = ways[start];
    if (!before) continue;
    const part = word.slice(start, end);
    const languages = part.length > 1 || singles.has(part) ? before.languages & languagesOf(part) : 0;
    if (languages !== 0) return { parts: [...before.parts, part], languages };
  }
  return null;
}
