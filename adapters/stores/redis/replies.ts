/** Script answers are flat arrays of our own making; these give them shape without `any`. */
export type Cell = string | number | null;

export function cellsOf(reply: unknown): readonly Cell[] {
  if (!Array.isArray(reply)) throw new Error("Redis answered a script with something that is not an array.");
  return reply as Cell[];
}

/** Rows of `width` cells. */
export function rowsOf(cells: readonly Cell[], width: number): readonly (readonly Cell[])[] {
  return Array.from({ length: Math.floor(cells.length / width) }, (_, row) =>
    cells.slice(row * width, (row + 1) * width),
  );
}

export function textOf(cell: Cell | undefined): string {
  return String(cell ?? "");
}

/** What we wrote ourselves, as JSON; the engine checks what it means. */
export function bodyOf(cell: Cell | undefined): unknown {
  return JSON.parse(textOf(cell));
}
