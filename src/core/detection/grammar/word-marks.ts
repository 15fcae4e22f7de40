/** Says quickly of most words that they are not among these, and of none of these. One bit for each mark. */
export type WordMarks = Uint32Array;

const markBits = 14;

export function wordMarks(words: Iterable<string>): WordMarks {
  const marks = new Uint32Array(1 << (markBits - 5));
  for (const word of words) {
    const mark = markOf(word);
    marks[mark >> 5] = (marks[mark >> 5] ?? 0) | (1 << (mark & 31));
  }
  return marks;
}

/** False when it is certainly none of them. */
export function mayBeMarked(marks: WordMarks, word: string): boolean {
  const mark = markOf(word);
  return ((marks[mark >> 5] ?? 0) & (1 << (mark & 31))) !== 0;
}

/** Words that differ in length, or in their first, middle or last letter, mostly have another one. */
function markOf(word: string): number {
  const { length } = word;
  if (length === 0) return 0;
  const letters = word.charCodeAt(0) * 961 + word.charCodeAt(length >> 1) * 31 + word.charCodeAt(length - 1);
  return (letters + length * 4_099) & ((1 << markBits) - 1);
}
