import type { Vocabulary } from "./vocabulary.ts";

const shortest = 8;
const longest = 40;
const longestPart = 16;
const shortestRest = 3;

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
  const hasTarget = way.parts.some(
    (part) => part.length >= shortestRest && (vocabulary.targetLanguagesOf(part) & way.languages) !== 0,
  );
  return hasTarget ? way.parts : null;
}

/** Small words that fingers run into the next one, or into the one before: "totalk", "uhelp", "connectme". */
const particles = ["u", "to", "me", "you"];

/** The two words of "totalk"; null when they are no two words of one language. */
export function splitParticle(word: string, languages: number, { languagesOf }: Vocabulary): readonly string[] | null {
  if (word.length < shortestRest + 1 || word.length > longestPart) return null;
  for (const particle of particles) {
    const restLength = word.length - particle.length;
    if (restLength < shortestRest) continue;
    const isIn = languages & languagesOf(particle);
    if (word.startsWith(particle) && (languagesOf(word.slice(particle.length)) & isIn) !== 0) {
      return [particle, word.slice(particle.length)];
    }
    if (word.endsWith(particle) && (languagesOf(word.slice(0, restLength)) & isIn) !== 0) {
      return [word.slice(0, restLength), particle];
    }
  }
  return null;
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
