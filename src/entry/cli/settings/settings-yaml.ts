/** One part of the settings as one file, so that a change of one rule is a change of one file. */
import { type Document, isMap, isSeq, LineCounter, parseDocument, stringify } from "yaml";
import { readPart, type SettingsPartBody } from "../../../protocol/settings-changes.ts";

export interface PartFile {
  readonly part: string;
  readonly value: SettingsPartBody;
  /** The line of a place in the part (`when.0.is`), or of what is around it. */
  readonly lineOf: (path: string) => number;
}

export interface FileProblem {
  readonly line: number;
  readonly path: string;
  readonly message: string;
}

export type PartFileRead =
  | { readonly status: "read"; readonly file: PartFile }
  | { readonly status: "invalid"; readonly problems: readonly FileProblem[] };

const maxFileLength = 200_000;
/** One slip can make hundreds, and only the first ones help. */
const mostErrors = 10;
const tooDeep = "nests deeper than can be read";

/** The id of a part is its file's name, and stands nowhere else. */
export function writePart(part: string, value: object): string {
  const content = part.includes("/")
    ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== "id"))
    : value;
  // Quoted where older readers of YAML, such as an editor's, would see a number or a yes.
  return stringify(content, { lineWidth: 0, blockQuote: "literal", aliasDuplicateObjects: false, compat: "yaml-1.1" });
}

export function readPartFile(part: string, source: string): PartFileRead {
  if (source.length > maxFileLength) return oneProblem(1, `has more than ${maxFileLength} characters`);
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.slice(0, mostErrors).map(({ pos, message, code }) => ({
      line: lines.linePos(pos[0]).line,
      path: "",
      message: code === "RESOURCE_EXHAUSTION" ? tooDeep : message,
    }));
    return { status: "invalid", problems };
  }
  const lineOf = (path: string) => findLine(document, lines, path === "" ? [] : path.split("."));
  const value = plainValue(document);
  if (value === undefined) return oneProblem(1, "repeats itself too often (aliases)");
  const read = readPart(part, withId(part, value));
  if (read.status === "read" && read.value) return { status: "read", file: { part, value: read.value, lineOf } };
  const found = read.status === "invalid" ? read.problems : [];
  return {
    status: "invalid",
    problems: found.map(({ path, message }) => ({ line: lineOf(path), path, message })),
  };
}

function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 }) ?? null;
  } catch {
    return undefined;
  }
}

function withId(part: string, value: unknown): unknown {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && part.includes("/") ? { id: part.slice(part.indexOf("/") + 1), ...value } : value;
}

function findLine(document: Document, lines: LineCounter, path: readonly string[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of [...path, null]) {
    const range = typeof node === "object" && node !== null && "range" in node ? node.range : null;
    if (Array.isArray(range) && typeof range[0] === "number") offset = range[0];
    if (step === null || !(isMap(node) || isSeq(node))) break;
    const key = isMap(node) ? node.items.find(({ key }) => String(key) === step)?.key : null;
    const next = node.get(isSeq(node) ? Number(step) : step, true);
    if (next === undefined || next === null) break;
    // The line where the name stands: a long text begins one below.
    const isLast = step === path.at(-1);
    node = isLast && key !== null && key !== undefined ? key : next;
  }
  return lines.linePos(offset).line;
}

function oneProblem(line: number, message: string): PartFileRead {
  return { status: "invalid", problems: [{ line, path: "", message }] };
}
