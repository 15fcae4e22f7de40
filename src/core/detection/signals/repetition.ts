import { isCourtesy } from "../courtesy.ts";
import { isFrameWord } from "../language/frame-words.ts";
import { readOfferAnswer } from "../offer-answer.ts";
import type { Reading } from "../reading.ts";

/**
 * A message as a few short hashes, for state that must hold no customer text: "{numbers}-{subject}-{frame}". Each hash
 * has 12 bits, so that dozens of words share one and none can be read back; of many words the smallest hashes stay.
 * Empty for what may be said any number of times: yes, ok, thanks, a bare number.
 */
export function fingerprint(reading: Reading): string {
  if (isMereAnswer(reading)) return "";
  const subject = new Set<number>();
  const frame = new Set<number>();
  let numbers = 0;
  for (const { text } of reading.words.slice(0, mostWords)) {
    for (const piece of piecesOf(text)) {
      if (hasDigit.test(piece)) numbers = (numbers + hash(piece)) & largestHash;
      else (isFrame(piece) ? frame : subject).add(hash(stemOf(piece)));
    }
  }
  if (subject.size + frame.size === 0) return "";
  return `${toHex([numbers])}-${toHex(smallest(subject, mostSubject))}-${toHex(smallest(frame, mostFrame))}`;
}

/** Whether two messages say the same, in the same words or nearly. */
export function isSame(one: string, other: string): boolean {
  if (one === "" || other === "") return false;
  const [a, b] = [parse(one), parse(other)];
  // "Order 123?" and "Order 456?" are two questions; "Order?" and "Order 123?" are one.
  if (a.numbers !== noNumbers && b.numbers !== noNumbers && a.numbers !== b.numbers) return false;
  const subject = compare(a.subject, b.subject, mostSubject);
  const frame = compare(a.frame, b.frame, mostFrame);
  if (subject.all === 0) return frame.shared >= leastFrame && frame.shared >= frame.all * 0.75;
  const isSameSubject = subject.shared >= subject.all * 0.6;
  return isSameSubject && subject.shared + frame.shared >= (subject.all + frame.all) * 0.35;
}

/** How many times in a row it has been said now, this time included. `previous` is oldest first. */
export function countRepetition(previous: readonly string[], next: string): number {
  const different = previous.findLastIndex((earlier) => !isSame(earlier, next));
  return previous.length - different;
}

const mostWords = 200;
const mostSubject = 12;
const mostFrame = 8;
/** "Where is it" can be compared, "is it" cannot. */
const leastFrame = 3;
const mereAnswerWords = 3;

function isMereAnswer(reading: Reading): boolean {
  if (reading.words.length > mereAnswerWords) return false;
  return isCourtesy(reading.original) || readOfferAnswer(reading) !== null;
}

const hasDigit = /\d/;
const letterScript = /[\u3040-\u30ff\u3400-\u9fff]/;
const letterPieces = /\d+|[^\d]/gu;

/** Where words are not divided, every letter is a piece. */
function piecesOf(text: string): readonly string[] {
  return letterScript.test(text) ? (text.match(letterPieces) ?? []) : [text];
}

const hiragana = /[\u3040-\u309f]/;
const frameLetters = new Set("的了吗呢啊吧我你您在是请嗎請還还就都也很和跟这個个那一有");

function isFrame(piece: string): boolean {
  return hiragana.test(piece) || frameLetters.has(piece) || isFrameWord(piece);
}

const stemLetters = 5;
const skeletonLetters = 4;
const lettersLeftOut = new Set("aeiouyhw");
const alike: Readonly<Record<string, string>> = { c: "k", q: "k", z: "s" };

/** What typing errors and endings leave: of Latin words the first letter and the consonants, of others the beginning. */
function stemOf(word: string): string {
  if (word > "{") return word.slice(0, stemLetters);
  let stem = word[0] ?? "";
  for (let index = 1; index < word.length && stem.length <= skeletonLetters; index++) {
    const letter = word[index] ?? "";
    const plain = alike[letter] ?? letter;
    if (!lettersLeftOut.has(letter) && !stem.endsWith(plain)) stem += plain;
  }
  const isPlural = stem.length > 2 && stem.length <= skeletonLetters && stem.endsWith("s");
  return isPlural ? stem.slice(0, -1) : stem.slice(0, skeletonLetters);
}

const largestHash = 0xfff;

/** FNV-1a, folded to 12 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value ^ (value >>> 12) ^ (value >>> 24)) & largestHash;
}

function smallest(hashes: ReadonlySet<number>, most: number): readonly number[] {
  return [...hashes].sort((one, other) => one - other).slice(0, most);
}

const hexDigits = 3;
const noNumbers = "000";

function toHex(hashes: readonly number[]): string {
  return hashes.map((value) => value.toString(16).padStart(hexDigits, "0")).join("");
}

interface Fingerprint {
  readonly numbers: string;
  readonly subject: ReadonlySet<string>;
  readonly frame: ReadonlySet<string>;
}

function parse(written: string): Fingerprint {
  const [numbers = noNumbers, subject = "", frame = ""] = written.split("-");
  return { numbers, subject: new Set(subject.match(/.{3}/g)), frame: new Set(frame.match(/.{3}/g)) };
}

/** Of long texts only the smallest hashes are known, so only those can be compared. */
function compare(one: ReadonlySet<string>, other: ReadonlySet<string>, most: number): { shared: number; all: number } {
  const all = [...new Set([...one, ...other])].sort().slice(0, most);
  return { shared: all.filter((value) => one.has(value) && other.has(value)).length, all: all.length };
}
