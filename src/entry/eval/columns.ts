/** Where in a line what stands. */
export interface Columns {
  readonly text: number;
  readonly language: number | null;
  readonly label: number | null;
  readonly source: number | null;
  readonly note: number | null;
  /** A label where it is one, else where the sentence comes from: files without a header have either. */
  readonly labelOrSource: number | null;
}

/** Of a file without a header. */
export const usualColumns: Columns = { text: 0, language: 1, label: null, source: null, note: 3, labelOrSource: 2 };

type Name = Exclude<keyof Columns, "labelOrSource">;

const names: Readonly<Record<Name, ReadonlySet<string>>> = {
  text: new Set(["text", "sentence", "message", "utterance", "query", "input"]),
  language: new Set(["language", "lang", "locale"]),
  label: new Set(["label", "expected", "class", "gold"]),
  source: new Set(["source", "origin", "dataset"]),
  note: new Set(["note", "notes", "comment", "category"]),
};

/** Somebody may say "message" and nothing else. */
const namesAlone = new Set(["text", "sentence", "utterance"]);

/** `null`: the line is no header but the first sentence. */
export function readHeader(cells: readonly string[]): Columns | null {
  const written = cells.map((cell) => cell.trim().toLowerCase());
  const place = (name: Name) => {
    const index = written.findIndex((cell) => names[name].has(cell));
    return index < 0 ? null : index;
  };
  const [text, language, label] = [place("text"), place("language"), place("label")];
  const [source, note] = [place("source"), place("note")];
  if (text === null) return null;
  const hasOthers = [language, label, source, note].some((column) => column !== null);
  if (!hasOthers && !(written.length === 1 && namesAlone.has(written[0] ?? ""))) return null;
  return { text, language, label, source, note, labelOrSource: null };
}
