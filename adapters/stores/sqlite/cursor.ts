import { UnknownCursorError } from "../../../src/ports/store.ts";

/** Where a page ended: the sort value and the tie-breaker of its last row. */
export type Position = readonly [number, string | number];

export function encodeCursor(position: Position): string {
  return JSON.stringify(position);
}

export function decodeCursor(cursor: string): Position {
  const [sort, tie] = parsed(cursor);
  if (typeof sort === "number" && (typeof tie === "string" || typeof tie === "number")) return [sort, tie];
  throw new UnknownCursorError("This cursor was not given by this query. Start again without a cursor.");
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(cursor);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
