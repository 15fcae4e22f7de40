import { type Document, isMap, isSeq, LineCounter, parseDocument } from "yaml";
import { type SimulationScript, simulationScript } from "./script.ts";

/** `given`: as it stands in the file, for whoever reads it elsewhere. */
export type ScriptRead =
  | { readonly status: "read"; readonly script: SimulationScript; readonly given: unknown; readonly print: PrintPlace }
  | { readonly status: "invalid"; readonly problems: readonly string[] };

/** What is wrong at a place of the script: `file.yaml:12: parts.rules/vip.then: …`. */
export type PrintPlace = (path: readonly PropertyKey[], message: string) => string;

/** One slip can make hundreds, and only the first ones help. */
const mostErrors = 10;

/** Every mistake with its line, as an editor understands it: `file.yaml:12: steps.3.wait: must be …`. */
export function readScript(file: string, source: string): ScriptRead {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const first = document.errors.slice(0, mostErrors);
    const problems = first.map(({ pos, message }) => `${file}:${lines.linePos(pos[0]).line}: ${message}`);
    return { status: "invalid", problems };
  }
  const print: PrintPlace = (path, message) => {
    const place = path.map(String).join(".") || "the script";
    return `${file}:${lineOf(document, lines, path)}: ${place}: ${message}`;
  };
  const given = plainValue(document);
  const parsed = simulationScript.safeParse(given);
  if (parsed.success) return { status: "read", script: parsed.data, given, print };
  return { status: "invalid", problems: parsed.error.issues.map(({ path, message }) => print(path, message)) };
}

/** `undefined`: aliases that would make more of it than anybody wrote. */
function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

/** Of the node itself, or of the innermost one around it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of [...path, null]) {
    const start = typeof node === "object" && node !== null && "range" in node ? node.range : null;
    if (Array.isArray(start) && typeof start[0] === "number") offset = start[0];
    if (part === null || !(isMap(node) || isSeq(node))) break;
    const next = node.get(part, true);
    if (next === undefined) break;
    node = next;
  }
  return lines.linePos(offset).line;
}
