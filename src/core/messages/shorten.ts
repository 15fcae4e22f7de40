/** At most `maxLength` UTF-16 units: cut after a sentence where that keeps half of it, else after a word. */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const room = Math.max(0, maxLength - ellipsis.length);
  /** One more, to see whether a word or sentence ends there. */
  const start = text.slice(0, room + 1);
  const sentence = lastEnd(start, sentenceEnd);
  const end = sentence >= room / 2 ? sentence : lastEnd(start, wordEnd) || wholeCharacters(text, room);
  return `${text.slice(0, end).trimEnd()}${ellipsis}`.slice(0, maxLength);
}

const ellipsis = " …";
const sentenceEnd = /[.!?؟]["'»”)\]]*(?=\s)|[。！？।]/g;
const wordEnd = /\S(?=\s)/g;

function lastEnd(text: string, pattern: RegExp): number {
  const last = [...text.matchAll(pattern)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

/** Text without spaces is cut between characters, never inside one. */
function wholeCharacters(text: string, length: number): number {
  return /[\ud800-\udbff]/.test(text.charAt(length - 1)) ? length - 1 : length;
}
