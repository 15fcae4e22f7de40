/**
 * Finds phrases in a text as whole words; `*` stands for any run of characters, also none. Linear in the text:
 * settings hold wildcards and no regular expressions, so that nobody can write a slow one.
 */
export function phraseMatcher(phrases: readonly string[]): (text: string) => boolean {
  const patterns = phrases.map(piecesOf).filter((pieces) => pieces.length > 0);
  return (text) => {
    const padded = ` ${normalise(text)} `;
    return patterns.some((pieces) => hasInOrder(padded, pieces));
  };
}

function piecesOf(phrase: string): readonly string[] {
  if (phrase.trim() === "") return [];
  const words = phrase.split("*").map((part, index, parts) => {
    const isFirst = index === 0;
    const isLast = index === parts.length - 1;
    // A blank beside the star asks for a word boundary, and so do both ends of the phrase.
    const before = isFirst || /^\s/.test(part) ? " " : "";
    const after = isLast || /\s$/.test(part) ? " " : "";
    const middle = normalise(part);
    return middle === "" ? before || after : before + middle + after;
  });
  return words;
}

function hasInOrder(text: string, pieces: readonly string[]): boolean {
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
    // Two pieces may share the blank between them: "my * order" also means "my order".
    if (piece.endsWith(" ")) from--;
  }
  return true;
}

function normalise(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}
