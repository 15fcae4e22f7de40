import { type Columns, readHeader, usualColumns } from "./columns.ts";
import { type Label, labelInColumn, labelInFileName } from "./label.ts";

/** One labelled sentence. */
export interface Row {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** As the file has it; the detector never sees it. */
  readonly language: string | null;
  /** Where it comes from, as the file has it. */
  readonly source: string | null;
  /** What else the file says about it. */
  readonly note: string | null;
  /** `null`: nobody says what it is, so it is only counted. */
  readonly label: Label | null;
}

export interface RowReader {
  /** `null`: the line holds no sentence. */
  read(written: string, line: number): Row | null;
}

/** Lines of one file, separated by tabs, and as lenient as the label cannot be mistaken. Quotes belong to the text. */
export function createRowReader(file: string): RowReader {
  const labelOfFile = labelInFileName(file);
  let columns: Columns | null = null;
  return {
    read(written, line) {
      if (written.trim() === "") return null;
      const cells = withoutEmptyEnd(written.split("\t"));
      if (columns === null) {
        const header = readHeader(cells);
        columns = header ?? usualColumns;
        if (header) return null;
      }
      const text = cells[columns.text] ?? "";
      if (text.trim() === "") return null;
      return { file, line, text, ...readOthers(cells, columns, labelOfFile) };
    },
  };
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1);
}

type Others = Omit<Row, "file" | "line" | "text">;

function readOthers(cells: readonly string[], columns: Columns, labelOfFile: Label | null): Others {
  if (columns === usualColumns && cells.length === 2 && !isLanguageTag(cells[1] ?? "")) {
    return { language: null, note: null, ...readLabelOrSource(cells[1] ?? "", labelOfFile) };
  }
  const cell = (column: number | null) => (column === null ? null : (cells[column]?.trim() ?? "") || null);
  const [language, note] = [cell(columns.language), cell(columns.note)];
  if (columns.labelOrSource !== null) {
    return { language, note, ...readLabelOrSource(cells[columns.labelOrSource] ?? "", labelOfFile) };
  }
  const label = cell(columns.label);
  // A label of a kind that we do not know says that it is not the file's.
  return { language, note, source: cell(columns.source), label: label === null ? labelOfFile : labelInColumn(label) };
}

function readLabelOrSource(cell: string, labelOfFile: Label | null): Pick<Row, "label" | "source"> {
  const label = labelInColumn(cell);
  return label ? { label, source: null } : { label: labelOfFile, source: cell.trim() || null };
}

const languageTag = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iu;

function isLanguageTag(cell: string): boolean {
  return languageTag.test(cell.trim());
}
