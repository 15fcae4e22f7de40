import { type Document, isMap, isSeq, LineCounter, parseDocument } from "yaml";
import { type SimulationScript, simulationScript } from "./script.ts";

export type ScriptRead =
  | { readonly status: "read"; readonly script: SimulationScript }
  | { readonly status: "invalid"; readonly problems: readonly string[] };

/** Every mistake with its line, as an editor understands it: `file.yaml:12: steps.3.wait: must be …`. */
export function readScript(file: string, source: string): ScriptRead {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => `${file}:${lines.linePos(pos[0]).line}: ${message}`);
    return { status: "invalid", problems };
  }
  const parsed = simulationScript.safeParse(document.toJS());
  if (parsed.success) return { status: "read", script: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => {
    const place = path.map(String).join(".") || "the script";
    return `${file}:${lineOf(document, lines, path)}: ${place}: ${message}`;
  });
  return { status: "invalid", problems };
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
