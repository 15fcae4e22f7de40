/** One record of a file of comma-separated values (RFC 4180), with the line it begins in. */
export interface CsvRecord {
  /** From 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

export type CsvRead =
  | { readonly status: "read"; readonly records: readonly CsvRecord[] }
  | { readonly status: "broken"; readonly line: number; readonly message: string };

/** A value, quoted or not, and what ends it. Nothing in it can be matched in two ways, so that it takes linear time. */
const patterns: Readonly<Record<string, RegExp>> = {
  ",": /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y,
  ";": /(?:"([^"]*(?:""[^"]*)*)"|([^";\r\n]*))(;|\r\n|\n|\r|$)/y,
};

/** More of either is no list of anything: reading stops there, so that no file takes longer than this many values do. */
const mostColumns = 100;
const mostValues = 600_000;

/**
 * Quotes, commas and line breaks within quotes, and what spreadsheets make of it: a byte order mark, semicolons instead
 * of commas, lines that end with any kind of break. Empty lines are none.
 */
export function readCsv(text: string): CsvRead {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const separator = separatorOf(source);
  const pattern = new RegExp(patterns[separator] ?? /$/y);
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let begins = 1;
  let line = 1;
  let values = 0;
  while (pattern.lastIndex < source.length || fields.length > 0) {
    const match = pattern.exec(source);
    if (!match) return { status: "broken", line, message: "A quote stands where none may, or is never closed." };
    const [, quoted, plain, end = ""] = match;
    const value = quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"');
    fields.push(value);
    values += 1;
    if (fields.length > mostColumns) return { status: "broken", line, message: tooWide };
    if (values > mostValues) return { status: "broken", line, message: tooLong };
    line += breaksIn(quoted ?? "") + (end === separator || end === "" ? 0 : 1);
    if (end === separator) continue;
    if (fields.some((field) => field.trim() !== "")) records.push({ line: begins, fields });
    fields = [];
    begins = line;
  }
  return { status: "read", records };
}

const tooWide = `A line holds at most ${mostColumns} values.`;
const tooLong = `A file holds at most ${mostValues} values, empty lines included. Make several of it.`;

function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** Spreadsheets write semicolons where the comma is a decimal sign. */
function separatorOf(source: string): "," | ";" {
  const end = source.search(/[\r\n]/);
  const header = end < 0 ? source : source.slice(0, end);
  return !header.includes(",") && header.includes(";") ? ";" : ",";
}
