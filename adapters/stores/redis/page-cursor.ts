/** The place of the last entry of a page in its sorted set: it stays a place when the entry itself has moved. */
export interface Cursor {
  readonly score: string;
  readonly member: string;
}

export function writeCursor({ score, member }: Cursor): string {
  return Buffer.from(`${score} ${member}`).toString("base64url");
}

export function readCursor(cursor: string | null): Cursor | null {
  if (cursor === null) return null;
  const text = Buffer.from(cursor, "base64url").toString();
  const separator = text.indexOf(" ");
  const score = text.slice(0, separator);
  if (separator < 1 || !Number.isFinite(Number(score))) {
    throw new Error("The cursor is not one of ours. Start again without a cursor.");
  }
  return { score, member: text.slice(separator + 1) };
}

/** For the scripts: an empty score starts at the beginning. */
export function cursorArguments(cursor: Cursor | null): readonly [score: string, member: string] {
  return cursor ? [cursor.score, cursor.member] : ["", ""];
}
