import { hiddenWords } from "../lexicons/insult/hidden-words.ts";
import { normalize } from "../normalize.ts";
import type { Clause, Reading, Word } from "../reading.ts";

/** Words with hidden letters ("f*ck", "sh1t", "i d i o t") as the words they stand for; everything else as it is. */
export function undisguise(reading: Reading): Reading {
  const original = reading.original.slice(0, readUnits);
  const hidden = [...masked(original), ...spread(reading.words)].sort((one, other) => one.start - other.start);
  if (hidden.length === 0) return reading;
  const clauses = revealed(reading.clauses, hidden);
  return { ...reading, words: clauses.flatMap(({ words }) => words), clauses };
}

const readUnits = 4_000;

/** What a sign or digit may stand for; the last four for any letter. */
const standsFor: Readonly<Record<string, string>> = {
  ...{ "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t" },
  ...{ "@": "a", $: "s", "!": "i", "€": "e", "|": "il" },
  ...{ "*": "", "#": "", "%": "", _: "" },
};

const wordsByLength = Map.groupBy(new Set(hiddenWords), (word) => word.length);

const maskedToken = /[\p{L}\p{M}\d@$!€|*#%_]{4,24}/gu;
const signInside = /[@$€|*#%_\d]|!\p{L}/u;

function* masked(original: string): Generator<Word> {
  if (!signInside.test(original)) return;
  for (const { 0: token, index } of original.matchAll(maskedToken)) {
    if (!signInside.test(token) || !/\p{L}/u.test(token)) continue;
    const text = hiddenIn(token) ?? hiddenIn(token.replace(/!+$/u, ""));
    if (text) yield { text, start: index, end: index + text.length };
  }
}

function hiddenIn(token: string): string | undefined {
  const letters = [...token.toLowerCase()].map((letter) => normalize(letter).text.trim() || letter);
  return wordsByLength.get(letters.length)?.find((word) => letters.every((letter, at) => mayBe(letter, word[at])));
}

function mayBe(letter: string, real: string | undefined): boolean {
  if (letter === real || real === undefined) return letter === real;
  const letters = standsFor[letter];
  return letters === "" || (letters?.includes(real) ?? false);
}

const wordList = new Set(hiddenWords);

/** Letter after letter, whatever stands between them. */
function* spread(words: readonly Word[]): Generator<Word> {
  for (let first = 0; first < words.length; first++) {
    if (words[first]?.text.length !== 1) continue;
    let text = "";
    let last = first;
    for (; words[last]?.text.length === 1 && text.length < 20; last++) text += words[last]?.text;
    if (wordList.has(text)) yield { text, start: words[first]?.start ?? 0, end: words[last - 1]?.end ?? 0 };
  }
}

/** A sign that hid a letter did not end a clause. */
function revealed(clauses: readonly Clause[], hidden: readonly Word[]): readonly Clause[] {
  const merged: Clause[] = [];
  const given = new Set<Word>();
  let next = 0;
  for (const clause of clauses) {
    let continues = false;
    const words = clause.words.flatMap((word) => {
      while ((hidden[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next++;
      const cover = hidden[next];
      if (!cover || cover.start >= word.end) return [word];
      if (given.has(cover)) {
        continues = true;
        return [];
      }
      given.add(cover);
      return [cover];
    });
    const last = merged.at(-1);
    if (continues && last && clause.words[0] !== words[0]) {
      merged[merged.length - 1] = { ...clause, words: [...last.words, ...words] };
    } else merged.push({ ...clause, words });
  }
  return merged;
}
