import { UnknownCursorError } from "../../../src/ports/store.ts";

/** The place of the last entry of a page in its sorted set: it stays a place when the entry itself has moved. */
export interface Cursor {
  readonly score: string;
  readonly member: string;
}

/** As Redis writes a score. What merely JavaScript takes for a number would fail in the script. */
const scorePattern = /^-?\d{1,400}(\.\d{1,400})?(e[+-]?\d{1,3})?$/;

export function writeCursor({ score, member }: Cursor): string {
  return Buffer.from(`${score} ${member}`).toString("base64url");
}

export function readCursor(cursor: string | null): Cursor | null {
  if (cursor === null) return null;
  const text = Buffer.from(cursor, "base64url").toString();
  const separator = text.indexOf(" ");
  const score = separator < 0 ? "" : text.slice(0, separator);
  if (!scorePattern.test(score)) {
    throw new UnknownCursorError("The cursor is not one of ours. Start again without a cursor.");
  }
  return { score, member: text.slice(separator + 1) };
}

/** For the scripts: an empty score starts at the beginning. */
export function cursorArguments(cursor: Cursor | null): readonly [score: string, member: string] {
  return cursor ? [cursor.score, cursor.member] : ["", ""];
}
