const longestWord = 64;
const mostWords = 1000;

/** Accents, and the points of Arabic and Hebrew, which people write or leave out. Vowel signs of other scripts stay. */
const optionalMarks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the first half of the ASCII range
const isAscii = /^[\x00-\x7f]*$/;
const asciiRuns = /[a-z0-9]+/g;
/** Unicode's stream-safe form: more marks than this on one letter are no writing, and slow to sort. */
const longMarks = /(\p{M}{30})\p{M}+/gu;
const runs = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts written without spaces between words: found by pairs of characters. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;

/**
 * The words under which a text is found; texts and what is searched for go through the same function.
 * Each word once, in lower case, without accents. A single character of an unspaced script is found
 * only where it stands alone.
 */
export function searchWords(text: string): readonly string[] {
  if (isAscii.test(text)) return asciiWords(text);
  const words = new Set<string>();
  for (const [run] of folded(text).matchAll(runs)) {
    for (const word of wordsOfRun(run)) {
      if (words.size === mostWords) return [...words];
      words.add(word);
    }
  }
  return [...words];
}

/** Most messages: the same words, found in a fraction of the time. */
function asciiWords(text: string): readonly string[] {
  const words = new Set<string>();
  for (const run of text.toLowerCase().match(asciiRuns) ?? []) {
    if (words.size === mostWords) break;
    words.add(shortened(run));
  }
  return [...words];
}

function folded(text: string): string {
  const bounded = text.replace(longMarks, "$1");
  const expanded = bounded.normalize("NFKD");
  // Symbols that stand for whole phrases are left as they are where there are many: somebody plays with us.
  const decomposed = expanded.length > 2 * bounded.length + 1_000 ? bounded.normalize("NFD") : expanded;
  return decomposed.toLowerCase().replace(optionalMarks, "").normalize("NFC").replaceAll("ß", "ss");
}

function* wordsOfRun(run: string): Generator<string> {
  let from = 0;
  for (const match of run.matchAll(unspaced)) {
    if (match.index > from) yield shortened(run.slice(from, match.index));
    yield* pairs(match[0]);
    from = match.index + match[0].length;
  }
  if (from < run.length) yield shortened(run.slice(from));
}

function* pairs(run: string): Generator<string> {
  const characters = Array.from(run);
  if (characters.length === 1) yield run;
  for (let index = 1; index < characters.length; index += 1) yield `${characters[index - 1]}${characters[index]}`;
}

/** Cut at a code point, so that no half of a pair is left. */
function shortened(word: string): string {
  return word.length <= longestWord ? word : Array.from(word).slice(0, longestWord).join("");
}
