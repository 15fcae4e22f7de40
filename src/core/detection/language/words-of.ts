import { normalize } from "../normalize.ts";

/** What is written in a list, in the form in which a reading has its words. */
export function wordsOf(written: string): readonly string[] {
  return piecesOf(written).flatMap((piece) => normalize(piece).text.split(" ").filter(Boolean));
}

/** Of a long text not everything is read, so a long list goes in pieces. */
function piecesOf(written: string): readonly string[] {
  const entries = written.split(/\s+/);
  const pieces: string[] = [];
  for (let from = 0; from < entries.length; from += entriesInPiece) {
    pieces.push(entries.slice(from, from + entriesInPiece).join(" "));
  }
  return pieces;
}

const entriesInPiece = 100;
