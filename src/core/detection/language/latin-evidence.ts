import { latinLanguages } from "./latin-languages.ts";
import { onFirstUse } from "./on-first-use.ts";
import { wordsOf } from "./words-of.ts";

export interface Evidence {
  readonly languages: readonly number[];
  /** For each of them: the more languages share a word, the less it says. */
  readonly weight: number;
  readonly isGreeting: boolean;
}

export const noEvidence: Evidence = { languages: [], weight: 0, isGreeting: false };

export function wordEvidence(word: string): Evidence {
  return evidence().words.get(word) ?? stemEvidence(word);
}

/** What the end of an unknown word says. */
export function endingEvidence(word: string): Evidence {
  const { endings } = evidence();
  for (let length = Math.min(longestEnding, word.length - 2); length >= 2; length--) {
    const found = endings.get(word.slice(-length));
    if (found) return found;
  }
  return noEvidence;
}

function stemEvidence(word: string): Evidence {
  const { stems } = evidence();
  for (let length = Math.min(longestStem, word.length); length >= 3; length--) {
    const found = stems.get(word.slice(0, length));
    if (found) return found;
  }
  return noEvidence;
}

const longestEnding = 5;
const longestStem = 8;

interface Entry {
  readonly languages: Set<number>;
  isGreeting: boolean;
}

type Entries = Map<string, Entry>;

const evidence = onFirstUse(() => {
  const [words, stems, endings]: [Entries, Entries, Entries] = [new Map(), new Map(), new Map()];
  latinLanguages.forEach((spoken, language) => {
    for (const word of wordsOf(spoken.endings)) put(endings, word, language, false);
    for (const [written, isGreeting] of [
      [`${spoken.frame} ${spoken.subjects}`, false],
      [spoken.greetings, true],
    ] as const) {
      const entries = entriesOf(spoken.tag === "de" ? `${written} ${spellOutUmlauts(written)}` : written);
      for (const word of wordsOf(entries.whole)) put(words, word, language, isGreeting);
      for (const word of wordsOf(entries.stems)) put(stems, word, language, isGreeting);
    }
  });
  return { words: weigh(words, 1), stems: weigh(stems, 1), endings: weigh(endings, 0.45) };
});

function entriesOf(written: string): { whole: string; stems: string } {
  const entries = written.split(/\s+/);
  const isStem = (entry: string) => entry.endsWith("*");
  return { whole: entries.filter((entry) => !isStem(entry)).join(" "), stems: entries.filter(isStem).join(" ") };
}

/** German without umlauts is typed in two ways. */
function spellOutUmlauts(word: string): string {
  return word.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue");
}

function put(entries: Entries, word: string, language: number, isGreeting: boolean): void {
  const entry = entries.get(word) ?? { languages: new Set(), isGreeting };
  entry.languages.add(language);
  // A word that is everyday somewhere is no mere greeting.
  entry.isGreeting &&= isGreeting;
  entries.set(word, entry);
}

/** Parts of names in every country: Maria de la Cruz, Jan van der Berg. */
const nameParticles = new Set("de la las los del di da do dos das van der den von le du al el ter ten san".split(" "));

function weigh(entries: Entries, factor: number): ReadonlyMap<string, Evidence> {
  return new Map([...entries].map(([word, entry]) => [word, evidenceOf(word, entry, factor)] as const));
}

function evidenceOf(word: string, { languages, isGreeting }: Entry, factor: number): Evidence {
  const doubt = nameParticles.has(word) ? 0.4 : word.length === 1 ? 0.5 : 1;
  return { languages: [...languages], weight: (factor * doubt) / languages.size, isGreeting };
}
