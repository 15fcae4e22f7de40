import { atCodes, codesToText, isWritable, mostCodes, numbersFromText, numbersToText } from "./number-text.ts";

/**
 * One column as one text, so that it is read only when it is asked for. The first character says how it is written, a
 * number and a colon how long what comes next is:
 * `=` the same in every row · `d`, `D` few different ones, and which of them each row has in one or two characters ·
 * `n` whole numbers · `s` texts of one length with one beginning · `a` what comes after the text of another column ·
 * `j` whatever else there is.
 */
export type Cell = string | number | boolean | null;

/** Texts that others may begin with: an id is often a conversation's and a little more. */
export interface WrittenColumn {
  readonly name: string;
  readonly cells: readonly Cell[];
}

export function columnToText(cells: readonly Cell[], bases: readonly WrittenColumn[]): string {
  const distinct = placesOf(cells);
  if (distinct.size <= 1) return `=${JSON.stringify(cells[0] ?? null)}`;
  if (distinct.size <= mostCodes[1] && distinct.size * 2 <= cells.length) return dictionary("d", cells, distinct);
  if (cells.every(isWritable)) return `n${numbersToText(cells)}`;
  const begun = afterAnother(cells, bases);
  if (begun !== null) return begun;
  if (distinct.size <= mostCodes[2] && distinct.size * 2 <= cells.length) return dictionary("D", cells, distinct);
  return evenTexts(cells) ?? `j${JSON.stringify(cells)}`;
}

/** @param columnOf another column of the same rows */
export function columnFromText(
  text: string,
  rows: number,
  columnOf: (name: string) => readonly Cell[],
): readonly Cell[] {
  switch (text[0]) {
    case "=":
      return new Array<Cell>(rows).fill(JSON.parse(text.slice(1)) as Cell);
    case "d":
    case "D": {
      const { head, end } = headOf(text);
      return atCodes(text, end, text[0] === "d" ? 1 : 2, JSON.parse(head) as Cell[]);
    }
    case "n":
      return numbersFromText(text, 1);
    case "s":
      return cutEvenly(text, rows);
    case "a": {
      const { head, end } = headOf(text);
      const begun = columnOf(head);
      const rest = columnFromText(text.slice(end), rows, columnOf);
      return wholeTexts(begun.map((start, index) => (rest[index] === null ? null : `${start}${rest[index]}`)));
    }
    default:
      return JSON.parse(text.slice(1)) as Cell[];
  }
}

function placesOf(cells: readonly Cell[]): ReadonlyMap<Cell, number> {
  const places = new Map<Cell, number>();
  for (const cell of cells) if (!places.has(cell)) places.set(cell, places.size);
  return places;
}

function dictionary(sign: "d" | "D", cells: readonly Cell[], places: ReadonlyMap<Cell, number>): string {
  const codes = cells.map((cell) => places.get(cell) ?? 0);
  return withHead(sign, JSON.stringify([...places.keys()])) + codesToText(codes, sign === "d" ? 1 : 2);
}

function afterAnother(cells: readonly Cell[], bases: readonly WrittenColumn[]): string | null {
  const begins = ({ cells: starts }: WrittenColumn) =>
    cells.every((cell, index) => cell === null || (isText(cell) && cell.startsWith(String(starts[index]))));
  const found = bases.find(begins);
  if (!found) return null;
  const rest = cells.map((cell, index) => (isText(cell) ? cell.slice(String(found.cells[index]).length) : null));
  return withHead("a", found.name) + columnToText(rest, []);
}

function evenTexts(cells: readonly Cell[]): string | null {
  const [first] = cells;
  if (!isText(first)) return null;
  let common = first;
  for (const cell of cells) {
    if (!isText(cell) || cell.length !== first.length) return null;
    while (!cell.startsWith(common)) common = common.slice(0, -1);
  }
  return withHead("s", common) + cells.map((cell) => String(cell).slice(common.length)).join("");
}

function cutEvenly(text: string, rows: number): readonly Cell[] {
  const { head, end } = headOf(text);
  const width = (text.length - end) / rows;
  const cells: string[] = [];
  for (let at = end; at < text.length; at += width) cells.push(head + text.slice(at, at + width));
  return wholeTexts(cells);
}

/** The same as cuts of one long text: compared and looked up several times as fast as what was put together of two. */
function wholeTexts(texts: readonly (string | null)[]): readonly Cell[] {
  const whole = texts.join("");
  let end = 0;
  return texts.map((text) => {
    if (text === null) return null;
    end += text.length;
    return whole.slice(end - text.length, end);
  });
}

function withHead(sign: string, head: string): string {
  return `${sign}${head.length}:${head}`;
}

function headOf(text: string): { readonly head: string; readonly end: number } {
  const start = text.indexOf(":") + 1;
  const end = start + Number(text.slice(1, start - 1));
  return { head: text.slice(start, end), end };
}

function isText(cell: Cell | undefined): cell is string {
  return typeof cell === "string";
}
