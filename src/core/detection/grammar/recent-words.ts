const mostWords = 20_000;

/** Remembers what was found out about a word: messages are made of the same ones again and again. Bounded. */
export type Remember<Value> = (word: string, languages: number, find: () => Value) => Value;

export function createRecentWords<Value>(): Remember<Value> {
  let known = new Map<string, Map<number, Value>>();
  return (word, languages, find) => {
    const before = known.get(word)?.get(languages);
    if (before !== undefined) return before;
    if (known.size >= mostWords) known = new Map();
    const found = find();
    const ofWord = known.get(word) ?? new Map<number, Value>();
    known.set(word, ofWord.set(languages, found));
    return found;
  };
}
