import type { Reading, Word } from "../reading.ts";

export interface TellingWord {
  readonly text: string;
  readonly script: ScriptName;
}

export type ScriptName = "latin" | "cyrillic" | "arabic" | "devanagari" | "han-and-kana" | "unknown";

/** More words make nobody surer. */
const mostWords = 120;

/** The words that can say something of the writer's language: no numbers, codes or addresses, nobody else's words. */
export function tellingWords({ clauses, original }: Reading): readonly TellingWord[] {
  const hasAddress = addressSigns.some((sign) => original.includes(sign));
  const telling: TellingWord[] = [];
  for (const { words, isQuoted } of clauses) {
    if (isQuoted) continue;
    for (const word of words) {
      if (telling.length >= mostWords) return telling;
      if (isDomainEnding(word, original) || (hasAddress && isInAddress(word, original))) continue;
      const told = tellingWord(word);
      if (told !== null) telling.push(told);
    }
  }
  return telling;
}

const digits = /\d+/g;

/** What has digits in it is a code, but for scripts without spaces: there a number stands inside the sentence. */
function tellingWord({ text }: Word): TellingWord | null {
  const letters = text.replace(digits, "");
  if (letters === "") return null;
  const script = scriptOf(letters.codePointAt(0) ?? 0);
  if (letters.length === text.length) return { text, script };
  return script === "han-and-kana" ? { text: letters, script } : null;
}

const addressSigns = ["@", "://", "www."];
const longestAddress = 200;

/** Whether what stands between the blanks around the word is an address. */
function isInAddress({ start, end }: Word, original: string): boolean {
  let from = start;
  while (from > 0 && start - from < longestAddress && !isBlank(original.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < original.length && to - end < longestAddress && !isBlank(original.charCodeAt(to))) to++;
  const token = original.slice(from, to);
  return addressSigns.some((sign) => token.includes(sign));
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0;
}

const domainEndings = new Set(
  "com net org info shop co io eu de es fr it pt br pl tr ru uk ua nl be at ch in cn jp".split(" "),
);

/** The "de" of "amazon.de". */
function isDomainEnding({ text, start }: Word, original: string): boolean {
  return original[start - 1] === "." && !isBlank(original.charCodeAt(start - 2)) && domainEndings.has(text);
}

const ranges: readonly (readonly [from: number, to: number, script: ScriptName])[] = [
  [0x0041, 0x024f, "latin"],
  [0x1e00, 0x1eff, "latin"],
  [0x0400, 0x052f, "cyrillic"],
  [0x0600, 0x077f, "arabic"],
  [0x0900, 0x097f, "devanagari"],
  [0x3040, 0x30ff, "han-and-kana"],
  [0x3005, 0x3007, "han-and-kana"],
  [0x3400, 0x9fff, "han-and-kana"],
  [0x20000, 0x3ffff, "han-and-kana"],
];

function scriptOf(codePoint: number): ScriptName {
  return ranges.find(([from, to]) => codePoint >= from && codePoint <= to)?.[2] ?? "unknown";
}
