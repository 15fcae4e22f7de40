/**
 * Text as detection reads it: lower case, no diacritics or apostrophes, one space for every run of others; letters that
 * people type in two ways are one; with the way back.
 */
export interface Normalized {
  readonly text: string;
  /** For every unit of `text`, where it stands in the original. */
  readonly offsets: readonly number[];
}

/** Detection reads the beginning and the end of a message; what is longer cannot make it slow. */
const headUnits = 3_000;
const tailUnits = 1_000;

export interface ReadPart {
  readonly start: number;
  readonly end: number;
}

/** The parts of a message that are read: all of it, or its beginning and its end. */
export function readParts(original: string): readonly ReadPart[] {
  const { length } = original;
  if (length <= headUnits + tailUnits) return [{ start: 0, end: length }];
  return [
    { start: 0, end: headUnits },
    { start: length - tailUnits, end: length },
  ];
}

export function normalize(original: string): Normalized {
  const written: Written = { text: "", offsets: [], isParted: true };
  for (const part of readParts(original)) {
    writePart(written, original, part);
    if (part.end < original.length) put(written, " ", part.end);
  }
  return written;
}

interface Written {
  text: string;
  readonly offsets: number[];
  /** No letter stands last: another space would be one too many. */
  isParted: boolean;
}

function writePart(written: Written, original: string, { start, end }: ReadPart): void {
  const { offsets } = written;
  // One symbol can stand for eighteen; in writing, for two.
  const limit = offsets.length + 2 * (end - start);
  for (let offset = start; offset < end && offsets.length < limit; ) {
    const from = offset;
    while (offset < end && offsets.length < limit && isPlain(original.charCodeAt(offset))) offsets.push(offset++);
    if (offset > from) {
      written.text += original.slice(from, offset);
      written.isParted = false;
      continue;
    }
    const code = original.charCodeAt(offset);
    const width = code >= 0xd800 && code < 0xdc00 && offset + 1 < end ? 2 : 1;
    const folded = foldedAscii[code] ?? fold(original.slice(offset, offset + width));
    if (folded.length <= 1) put(written, folded, offset);
    else for (const unit of folded) put(written, unit, offset);
    offset += width;
  }
}

/** Of several spaces one is kept, and none at the beginning. */
function put(written: Written, unit: string, offset: number): void {
  const isSpace = unit === " ";
  if (unit === "" || (isSpace && written.isParted)) return;
  written.isParted = isSpace;
  written.text += unit;
  for (let index = 0; index < unit.length; index++) written.offsets.push(offset);
}

/** A small letter or a digit of ASCII. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** What was folded before: a symbol always folds alike, and there are a limited number of them. */
const known = new Map<string, string>();

function fold(symbol: string): string {
  const before = known.get(symbol);
  if (before !== undefined) return before;
  const folded = [...symbol.normalize("NFKD")].map(foldUnit).join("");
  if (known.size < 20_000) known.set(symbol, folded);
  return folded;
}

const separator = /[^\p{L}\p{N}]/u;
const mark = /\p{M}/u;
const invisible = /\p{Cf}/u;
const apostrophes = new Set(["'", "’", "‘", "`", "´", "ʼ", "ʹ", "＇"]);
/** The vowel signs of the scripts of India tell words apart; those of Arabic and accents do not. */
const vowelSign = /[\u0900-\u0dff]/u;
const sameLetters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ı: "i", ß: "ss", ł: "l", ø: "o", đ: "d", æ: "ae", œ: "oe", ґ: "г" },
    ...{ ة: "ه", ى: "ي", ک: "ك", ی: "ي", ـ: "" },
    // The nukta and the two signs of a nasal vowel.
    ...{ "\u093c": "", "\u0901": "\u0902" },
  }),
);

/** By their codes. */
const foldedAscii: readonly string[] = Array.from({ length: 128 }, (_, code) => fold(String.fromCharCode(code)));

/** Empty for what is left out. */
function foldUnit(unit: string): string {
  if (apostrophes.has(unit) || invisible.test(unit)) return "";
  const lower = unit.toLowerCase();
  const same = sameLetters.get(lower);
  if (same !== undefined) return same;
  if (mark.test(unit)) return vowelSign.test(unit) ? unit : "";
  return separator.test(unit) ? " " : lower;
}
